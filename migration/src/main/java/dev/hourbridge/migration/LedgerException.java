package dev.hourbridge.migration;

import org.jspecify.annotations.Nullable;

/** The ledger cannot be used. Nothing is sent once it is thrown. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** Another process, or another migration of this one, has it open. */
        LOCKED,
        /** It belongs to other services, accounts, another range or another mapping. */
        MISMATCH,
        /** It is an older copy: it lacks changes, or the target holds rows of this plan that it does not know. */
        OLDER_THAN_TARGET,
        /** It holds no plan. */
        NO_PLAN,
        /** It is not a ledger, or its content is not what was written. */
        DAMAGED,
        /** It could not be written, as on a full disk. */
        UNWRITABLE
    }

    private final Problem problem;

    /** Creates an exception. */
    public LedgerException(Problem problem, String message, @Nullable Throwable cause) {
        super(message + " See docs/troubleshooting.md#ledger", cause);
        this.problem = problem;
    }

    /** Creates an exception without a cause. */
    public LedgerException(Problem problem, String message) {
        this(problem, message, null);
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
