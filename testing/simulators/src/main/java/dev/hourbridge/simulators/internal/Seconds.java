package dev.hourbridge.simulators.internal;

import java.time.Duration;

/** Formats waits for HTTP headers, in whole seconds. */
public final class Seconds {
    private static final int NEARLY_A_SECOND = 999_999_999;

    private Seconds() {}

    /** Returns the seconds; a fraction of a second is rounded up. */
    public static long roundedUp(Duration duration) {
        return duration.plusNanos(NEARLY_A_SECOND).toSeconds();
    }
}
