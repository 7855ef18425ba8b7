package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.create.ThrottleWait;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.util.Optional;

/**
 * Decides whether a write of a row that changed nothing is prepared again. Its row is then read and compared again,
 * because another user may have changed it in the meantime. Used for one write.
 */
public final class WriteRetries {
    private static final int MAX_UNSENT = 3;

    private final MigrationContext run;
    private int throttles;
    private int unsent;
    private boolean isChallenged;

    /** Creates the retries of one write. */
    public WriteRetries(MigrationContext run) {
        this.run = run;
    }

    /** Returns whether a write may have been carried out, or is still in progress. */
    public static boolean isInDoubt(HourbridgeException e) {
        WriteOutcome outcome = e.outcome().orElse(WriteOutcome.IN_DOUBT);
        return outcome != WriteOutcome.NOT_SENT && outcome != WriteOutcome.REJECTED;
    }

    /** Returns whether no part of a write was sent. */
    static boolean isUnsent(HourbridgeException e) {
        return e.outcome().equals(Optional.of(WriteOutcome.NOT_SENT));
    }

    /**
     * Returns whether to prepare the write again, after the wait that the target requested.
     *
     * @param e a failure that changed nothing
     * @throws StepAbortedException if the target requested too many waits
     */
    public boolean mayRetry(HourbridgeException e) {
        if (e instanceof ThrottledException throttled) {
            run.sleep(ThrottleWait.of(throttled, throttles++, run));
            return true;
        }
        if (e instanceof AuthenticationException) {
            // The client renews an expired token but does not send the write again by itself.
            boolean isFirst = !isChallenged;
            isChallenged = true;
            return isFirst;
        }
        return isUnsent(e) && ++unsent < MAX_UNSENT;
    }
}
