package dev.hourbridge.migration;

import org.jspecify.annotations.Nullable;

/**
 * The ledger cannot be used. No request is sent after it is thrown.
 *
 * <p>It is not a {@link dev.hourbridge.model.HourbridgeException}, which is the failure of a call to a service and has a
 * status and an outcome: this is a failure of a local file. Its message ends in an anchor of the troubleshooting page too.
 *
 * <!-- with: Migration migration -->
 * <pre>{@code
 * try {
 *     migration.apply();
 * } catch (LedgerException e) {
 *     if (e.problem() == LedgerException.Problem.LOCKED) {
 *         System.err.println("Another process is migrating.");
 *     }
 * }
 * }</pre>
 */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String HELP = "ledger";

    /** What is wrong. Constants may be added: use a default branch. */
    public enum Problem {
        /** Another process, or another migration of this one, has it open. */
        LOCKED,
        /** It belongs to other services, accounts, another range or another mapping. */
        MISMATCH,
        /** It is an older copy: it lacks changes, or the target holds rows of this plan that it does not know. */
        OLDER_THAN_TARGET,
        /** It contains no plan. */
        NO_PLAN,
        /** It is not a ledger, or its content is not what was written. */
        DAMAGED,
        /** It could not be written, as on a full disk. */
        UNWRITABLE
    }

    private final Problem problem;

    /** Creates an exception. */
    public LedgerException(Problem problem, String message, @Nullable Throwable cause) {
        super(message + " (help: " + HELP + ")", cause);
        this.problem = problem;
    }

    /** Creates an exception without a cause. */
    public LedgerException(Problem problem, String message) {
        this(problem, message, null);
    }

    /** Returns the anchor of the section of the troubleshooting page, {@code ledger}. */
    public String help() {
        return HELP;
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }
}
