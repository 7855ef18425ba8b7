/**
 * A client for TeamPulse: time entries and work types, as a native API and as a {@link
 * dev.hourbridge.model.TimeTracker}. Start with {@link dev.hourbridge.teampulse.TeamPulseClient}.
 *
 * <!-- with: TeamPulseClient teamPulse -->
 * <pre>{@code
 * ODataFilter october = DATE.ge(LocalDate.of(2013, 10, 1)).and(DATE.lt(LocalDate.of(2013, 11, 1)));
 * for (TeamPulseEntry entry : teamPulse.timeEntries().list(ODataQuery.where(october))) {
 *   System.out.println(entry.date() + " " + entry.hours() + " h " + entry.type().orElse(""));
 * }
 * }</pre>
 *
 * <p>Source: the section "Time Entries" of TeamPulse's developer API guide, and the code of the vendor's own clients.
 *
 * @see <a href="{@docRoot}/../docs/vendors/teampulse.html">TeamPulse</a>
 */
@NullMarked
package dev.hourbridge.teampulse;

import org.jspecify.annotations.NullMarked;
