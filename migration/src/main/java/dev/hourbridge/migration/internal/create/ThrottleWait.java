package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.model.ThrottledException;
import java.time.Duration;
import java.util.OptionalLong;

/** Determines the wait after the target throttles a request, before the same request is sent again. */
public final class ThrottleWait {
    private static final int MAX_THROTTLES = 20;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private ThrottleWait() {}

    /**
     * Returns the time to wait, and reports it.
     *
     * @param before the number of earlier throttles of the request
     * @throws StepAbortedException if there were too many
     */
    public static Duration of(ThrottledException e, int before, MigrationContext run) {
        if (before >= MAX_THROTTLES) {
            throw StepAbortedException.because(e);
        }
        Duration asked = e.retryAfter().orElse(FIRST_WAIT.multipliedBy(1L << Math.min(before, 8)));
        Duration wait = asked.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : asked;
        if (asked.compareTo(MAX_WAIT) > 0) {
            run.listener()
                    .onWarning("The target requests a wait of " + asked.toSeconds() + " s before the next write. "
                            + "Trying again in " + wait.toSeconds() + " s.");
        }
        run.report(Progress.Phase.THROTTLED, 0, OptionalLong.of(wait.toSeconds()));
        return wait;
    }
}
