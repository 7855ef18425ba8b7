/**
 * Teamwork: time entries and totals of its version 1 API, in the vendor's words and as a {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * <pre>{@code
 * TeamworkClient teamwork = TeamworkClient.builder().baseUrl("https://acme.teamwork.com")
 *     .apiKey(key).zone(ZoneId.of("Europe/Dublin")).build();
 * teamwork.list(TimeEntryQuery.between(monday, sunday)).forEach(entry -> print(entry.note()));
 * }</pre>
 *
 * <p>{@link dev.hourbridge.teamwork.TeamworkClient} is the way in; everything else is a value, or one
 * of the two native parts that the client hands out.
 */
@NullMarked
package dev.hourbridge.teamwork;

import org.jspecify.annotations.NullMarked;
