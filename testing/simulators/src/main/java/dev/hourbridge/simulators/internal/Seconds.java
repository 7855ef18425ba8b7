package dev.hourbridge.simulators.internal;

import java.time.Duration;

/** Times to wait, as HTTP headers have them: in whole seconds. */
public final class Seconds {
    private static final int NEARLY_A_SECOND = 999_999_999;

    private Seconds() {}

    /** Returns the seconds; a part of a second counts as one. */
    public static long roundedUp(Duration duration) {
        return duration.plusNanos(NEARLY_A_SECOND).toSeconds();
    }
}
