/**
 * The common model: what a time entry is, whichever service holds it, and what every service can do.
 *
 * <!-- with: TimeTracker tracker, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * for (TimeEntry entry : tracker.list(TimeEntryQuery.between(monday, sunday))) {
 *   System.out.println(entry.workTime().localDate() + " " + entry.workTime().duration());
 * }
 * }</pre>
 *
 * <p>Values are immutable. Nothing here does I/O: a client of one service implements {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * @see <a href="{@docRoot}/../docs/clients.html">The clients</a>
 */
@NullMarked
package dev.hourbridge.model;

import org.jspecify.annotations.NullMarked;
