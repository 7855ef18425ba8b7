/**
 * A client for LiveTimer: time entries and summaries, as a native API and as a {@link dev.hourbridge.model.TimeTracker}.
 *
 * <!-- with: String username, String password, LocalDate monday, LocalDate sunday -->
 * <pre>{@code
 * LiveTimerClient liveTimer = LiveTimerClient.builder()
 *     .baseUrl("https://artworks.livetimer.com")
 *     .login(username, password)
 *     .build();
 * liveTimer.list(TimeEntryQuery.between(monday, sunday)).forEach(entry -> System.out.println(entry.note()));
 * }</pre>
 *
 * <p>Start with {@link dev.hourbridge.livetimer.LiveTimerClient}. All other types are values or the native API that the
 * client returns. The documentation is based on the vendor's page "Time Entries" and its pages on the other resources.
 * Facts that are only inferred are marked.
 *
 * @see <a href="{@docRoot}/../docs/vendors/livetimer.html">LiveTimer</a>
 */
@NullMarked
package dev.hourbridge.livetimer;

import org.jspecify.annotations.NullMarked;
