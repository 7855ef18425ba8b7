/**
 * The common model: time entries in a form that is independent of the service, and the operations of every service.
 *
 * <!-- with: TimeTracker tracker, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * for (TimeEntry entry : tracker.list(TimeEntryQuery.between(monday, sunday))) {
 *   System.out.println(entry.workTime().localDate() + " " + entry.workTime().duration());
 * }
 * }</pre>
 *
 * <p>Values are immutable. This package performs no I/O. The client for each service implements {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * @see <a href="{@docRoot}/../docs/clients.html">The clients</a>
 */
@NullMarked
package dev.hourbridge.model;

import org.jspecify.annotations.NullMarked;
