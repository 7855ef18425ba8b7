package dev.hourbridge.migration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the ledger cannot be used. No request is sent after this exception.
 *
 * <p>It is not an {@link dev.hourbridge.model.HourbridgeException}, because it reports a problem with a local file. A
 * {@code HourbridgeException} reports a failed call to a service and has a status and an outcome. As in a {@code
 * HourbridgeException}, the message ends with an anchor on the troubleshooting page.
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

    /** The kind of problem. Constants may be added, so use a default branch. */
    public enum Problem {
        /** Another process, or another migration in this process, has the ledger open. */
        LOCKED,
        /**
         * The ledger belongs to other services, other accounts, another range or another mapping, has a wider filter,
         * was undone, has a second name, or was written by a newer or unreleased version of Hourbridge.
         */
        MISMATCH,
        /**
         * The ledger is an older copy: it lacks changes, or the target has rows of this plan that are not in the
         * ledger.
         */
        OLDER_THAN_TARGET,
        /** The ledger contains no plan. */
        NO_PLAN,
        /** The file is not a ledger, or its content was changed. */
        DAMAGED,
        /** The ledger could not be written, for example because the disk is full. */
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

    /** Returns the kind of problem. */
    public Problem problem() {
        return problem;
    }
}
