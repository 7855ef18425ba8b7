package dev.hourbridge.migration.internal.context;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RedirectException;
import org.jspecify.annotations.Nullable;

/**
 * Ends a step early. The ledger is complete up to this point, so running the step again resumes from it: everything
 * that was sent is recorded, with its outcome or as in doubt.
 *
 * <p>Thrown only within a step. The step converts it to the {@link #outcome()} of its report, so a caller of the API
 * never sees it.
 */
public final class StepAbortedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String INTERRUPTED = "Interrupted. Run the same step again to resume.";

    private final Outcome outcome;

    /**
     * Creates an exception.
     *
     * @param outcome the outcome of the step
     * @param message what happened, as a sentence for the report
     * @param cause the failure of a service, if any
     */
    public StepAbortedException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    public StepAbortedException(Outcome outcome, String message) {
        this(outcome, message, null);
    }

    /** Returns an exception for a call that did not change anything. */
    public static StepAbortedException because(HourbridgeException e) {
        Outcome outcome = outcomeOf(e);
        return new StepAbortedException(
                outcome,
                outcome == Outcome.INTERRUPTED ? INTERRUPTED : e.getMessage() == null ? "" : e.getMessage(),
                e);
    }

    /**
     * Returns an exception for several consecutive creates that had no clear response and were not found on the target.
     */
    public static StepAbortedException targetFailing() {
        return new StepAbortedException(
                Outcome.TEMPORARY,
                "The target repeatedly returned no clear response and did not execute the " + "requests.");
    }

    /** Returns the exception for an interrupt, and sets the thread's interrupt status again. */
    public static StepAbortedException interrupted() {
        Thread.currentThread().interrupt();
        return new StepAbortedException(Outcome.INTERRUPTED, INTERRUPTED);
    }

    /**
     * Returns whether a failure lasts until the user changes the configuration, so further requests would only fail
     * again.
     */
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

    /** Returns the outcome of the step. */
    public Outcome outcome() {
        return outcome;
    }
}
