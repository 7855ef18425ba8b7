package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.sqlite.EntryChanges;
import java.util.List;

/**
 * The decision about an entry in doubt that is not equal to any row on the target. The first constant that applies is
 * used.
 *
 * <p>A create is sent again only after {@link #SEND_AGAIN}, which means that the entry is proven absent from the
 * target. With every other constant, the user decides.
 */
public enum DoubtDecision {
    /** The target accepted the entry. It is never sent again. */
    ACCEPTED("the target accepted the entry but does not list it"),
    /** The list is incomplete, so it proves nothing. */
    LIST_INCOMPLETE("the target's list lacks rows that it must contain"),
    /** A row may be the entry. */
    CANDIDATE("the target has a row that may be this entry, changed by the service or another user, or that may "
            + "belong to another migration"),
    /** The target failed on this entry but accepted others. */
    REJECTED_EACH_TIME("the target failed with status 500 on every attempt"),
    /** The target failed on every permitted attempt. */
    REJECTED_ON_EACH_ATTEMPT("the target failed with status 500 on every attempt"),
    /** The maximum number of attempts was reached. */
    NO_MORE_ATTEMPTS("no response to " + DoubtDecision.MAX_ATTEMPTS + " attempts"),
    /** The entry is proven absent and is sent again. */
    SEND_AGAIN(""),
    /** The entry is proven absent but must not be sent again now. */
    ABSENT("");

    private static final int MAX_ATTEMPTS = 3;

    private final String reason;

    DoubtDecision(String reason) {
        this.reason = reason;
    }

    /**
     * Makes the decision.
     *
     * @param isComplete whether the list is complete
     * @param hasCandidate whether a row may be the entry
     * @param done the number of entries created or recovered so far
     * @param mayResend whether an entry that is proven absent may be sent again
     */
    static DoubtDecision of(
            PlannedEntry doubt, boolean isComplete, boolean hasCandidate, long done, boolean mayResend) {
        PlannedEntry.Progress progress = doubt.progress();
        if (progress.isAccepted()) {
            return ACCEPTED;
        }
        if (!isComplete) {
            return LIST_INCOMPLETE;
        }
        if (hasCandidate) {
            return CANDIDATE;
        }
        if (progress.failures() > 1 && done > progress.successMark()) {
            return REJECTED_EACH_TIME;
        }
        if (progress.failures() >= MAX_ATTEMPTS) {
            return REJECTED_ON_EACH_ATTEMPT;
        }
        if (progress.attempts() >= MAX_ATTEMPTS) {
            return NO_MORE_ATTEMPTS;
        }
        return mayResend ? SEND_AGAIN : ABSENT;
    }

    /** Returns the reason as text for the user, with the rows that may be the entry. */
    String reason(List<String> candidates) {
        return candidates.isEmpty() ? reason : reason + ": " + String.join(", ", candidates);
    }

    /** Records the decision with the rows that may be the entry. */
    void record(EntryChanges changes, long seq, List<String> candidates) {
        changes.setCandidates(seq, candidates);
        switch (this) {
            case ACCEPTED, LIST_INCOMPLETE, CANDIDATE, NO_MORE_ATTEMPTS -> changes.noteDoubt(seq, reason(candidates));
            case REJECTED_EACH_TIME, REJECTED_ON_EACH_ATTEMPT -> changes.markGivenUp(seq, reason);
            case SEND_AGAIN -> changes.markToSendAgain(seq);
            case ABSENT -> {}
        }
    }
}
