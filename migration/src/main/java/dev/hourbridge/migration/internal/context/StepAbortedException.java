package dev.hourbridge.migration.internal.context;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RedirectException;
import org.jspecify.annotations.Nullable;

/** Ends a step early; the ledger is as it should be. */
public final class StepAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String INTERRUPTED = "Interrupted; run the same again to resume.";

    private final Outcome outcome;

    public StepAbortedException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    public StepAbortedException(Outcome outcome, String message) {
        this(outcome, message, null);
    }

    /** For a call that did not change anything. */
    public static StepAbortedException because(HourbridgeException e) {
        Outcome outcome = outcomeOf(e);
        return new StepAbortedException(
                outcome,
                outcome == Outcome.INTERRUPTED ? INTERRUPTED : e.getMessage() == null ? "" : e.getMessage(),
                e);
    }

    /** Several creates in a row had no clear response, and none of them was found on the target. */
    public static StepAbortedException targetFailing() {
        return new StepAbortedException(
                Outcome.TEMPORARY, "The target gave no clear response several times in a row, and did nothing.");
    }

    public static StepAbortedException interrupted() {
        Thread.currentThread().interrupt();
        return new StepAbortedException(Outcome.INTERRUPTED, INTERRUPTED);
    }

    public static boolean isConfiguration(HourbridgeException e) {
        return e instanceof AuthenticationException
                || e instanceof PermissionException
                || e instanceof RedirectException;
    }

    private static Outcome outcomeOf(HourbridgeException e) {
        if (e instanceof CallInterruptedException) {
            return Outcome.INTERRUPTED;
        }
        return isConfiguration(e) ? Outcome.CONFIGURATION : Outcome.TEMPORARY;
    }

    public Outcome outcome() {
        return outcome;
    }
}
