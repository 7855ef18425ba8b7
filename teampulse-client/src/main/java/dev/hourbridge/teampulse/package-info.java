/**
 * TeamPulse: time entries and work types, in its own words and as a {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * <pre>{@code
 * ODataFilter october = DATE.ge(LocalDate.of(2013, 10, 1)).and(DATE.lt(LocalDate.of(2013, 11, 1)));
 * for (TeamPulseEntry entry : teamPulse.timeEntries().list(ODataQuery.where(october))) {
 *   System.out.println(entry.date() + " " + entry.hours() + " h " + entry.type().orElse(""));
 * }
 * }</pre>
 *
 * <p>Source: "Time Entries" of TeamPulse's developer API guide, and what its vendor's own clients do.
 */
@NullMarked
package dev.hourbridge.teampulse;

import org.jspecify.annotations.NullMarked;
