/**
 * LiveTimer: time entries and summaries, in the vendor's words and as a {@link
 * dev.hourbridge.model.TimeTracker}.
 *
 * <pre>{@code
 * LiveTimerClient liveTimer = LiveTimerClient.builder().baseUrl("https://artworks.livetimer.com")
 *     .login(userName, password).build();
 * liveTimer.list(TimeEntryQuery.between(monday, sunday)).forEach(entry -> print(entry.note()));
 * }</pre>
 *
 * <p>{@link dev.hourbridge.livetimer.LiveTimerClient} is the way in; everything else is a value, or
 * the native part that the client hands out. Facts are from the vendor's page "Time Entries" and its
 * pages on the resources beside it; what is only inferred is said to be.
 */
@NullMarked
package dev.hourbridge.livetimer;

import org.jspecify.annotations.NullMarked;
