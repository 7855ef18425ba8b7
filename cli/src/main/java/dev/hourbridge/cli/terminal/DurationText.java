package dev.hourbridge.cli.terminal;

import java.time.Duration;

/**
 * Formats durations for a user who waits.
 *
 * <p>Durations are rounded up, so a wait is over when it is shown as over.
 *
 * <p>Examples: {@code 8 s}, {@code 2 min 5 s}, {@code 1 h 20 min}.
 */
final class DurationText {
    private DurationText() {}

    /** Returns {@code 8 s}, {@code 2 min 5 s} or {@code 1 h 20 min}; a fraction of a second is rounded up. */
    static String of(Duration duration) {
        Duration whole =
                Duration.ofSeconds(duration.plusSeconds(1).minusNanos(1).toSeconds());
        if (whole.toHours() > 0) {
            return whole.toHours() + " h " + whole.toMinutesPart() + " min";
        }
        return whole.toSeconds() > 90
                ? whole.toMinutes() + " min " + whole.toSecondsPart() + " s"
                : whole.toSeconds() + " s";
    }
}
