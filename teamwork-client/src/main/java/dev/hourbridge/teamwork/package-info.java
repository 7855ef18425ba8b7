/**
 * A client for version 1 of Teamwork's API: time entries and totals, as a native API and as a {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * <!-- with: String key, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * TeamworkClient teamwork = TeamworkClient.builder()
 *     .baseUrl("https://acme.teamwork.com")
 *     .apiKey(key)
 *     .zone(ZoneId.of("Europe/Dublin"))
 *     .build();
 * teamwork.list(TimeEntryQuery.between(monday, sunday)).forEach(entry -> System.out.println(entry.note()));
 * }</pre>
 *
 * <p>Start with {@link dev.hourbridge.teamwork.TeamworkClient}. All other types are values or one of the two native
 * APIs that the client returns.
 *
 * @see <a href="{@docRoot}/../docs/vendors/teamwork.html">Teamwork</a>
 */
@NullMarked
package dev.hourbridge.teamwork;

import org.jspecify.annotations.NullMarked;
