package dev.hourbridge.migration.internal.sqlite;

import static dev.hourbridge.migration.EntryState.ADOPTED;
import static dev.hourbridge.migration.EntryState.CREATED;
import static dev.hourbridge.migration.EntryState.INTENT;
import static dev.hourbridge.migration.EntryState.IN_DOUBT;
import static dev.hourbridge.migration.EntryState.PLANNED;
import static dev.hourbridge.migration.EntryState.RECOVERED;
import static dev.hourbridge.migration.EntryState.REJECTED;
import static dev.hourbridge.migration.EntryState.UNDONE;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.CanaryState;
import dev.hourbridge.migration.internal.entry.Decision;
import dev.hourbridge.migration.internal.entry.PersonPlace;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes the states of entries, inside a transaction.
 *
 * <p>Each method is one step of the state machine of an entry. It names the states that it starts from, and reports an
 * entry in another state as a damaged ledger, because the engine never leaves an entry there.
 */
public final class EntryChanges {
    /** The number of entries that were created or recovered. */
    static final String DONE = "(SELECT count(*) FROM entry WHERE done_order IS NOT NULL)";

    private static final String NEXT_ORDER =
            "(SELECT coalesce(max(done_order), 0) + 1 FROM entry WHERE done_order IS NOT NULL)";

    private final Database database;
    private final AttemptChanges attempts;
    private final ChangeRecorder changes;

    EntryChanges(Database database, AttemptChanges attempts, ChangeRecorder changes) {
        this.database = database;
        this.attempts = attempts;
        this.changes = changes;
    }

    /**
     * Marks a planned entry as about to be sent. Durable before the create is sent.
     *
     * @param targetTime the target's time, if it is known
     */
    public void markIntent(long seq, Marker marker, Instant now, Optional<Instant> targetTime) {
        change(
                "state = " + Sql.text(INTENT) + ", attempts = attempts + 1, sent = sent + 1,"
                        + " swept = CASE WHEN sent > 0 THEN 0 ELSE swept END, first_listing = CASE WHEN first_listing = 0"
                        + " THEN " + AttemptChanges.NEWEST_LISTING + " ELSE first_listing END",
                seq,
                Sql.is(PLANNED));
        attempts.beginCreate(seq, marker, now, targetTime);
    }

    /** Marks an entry as planned again, because its create was not sent. */
    public void markNotSent(long seq, Instant now) {
        attempts.endCreate(seq, Attempt.Outcome.NOT_SENT, now);
        retract(seq, ", sent = sent - 1");
    }

    /** Marks an entry as planned again, because the target throttled its create. */
    public void markThrottled(long seq, Instant now) {
        attempts.endCreate(seq, Attempt.Outcome.THROTTLED, now);
        retract(seq, "");
    }

    private void retract(long seq, String more) {
        change("state = " + Sql.text(PLANNED) + ", attempts = attempts - 1" + more, seq, Sql.is(INTENT));
    }

    /** Marks an entry as created. */
    public void markCreated(long seq, String targetId, Instant now) {
        attempts.endCreate(seq, Attempt.Outcome.CREATED, now);
        change(onTarget(CREATED) + ", done_order = " + NEXT_ORDER, seq, Sql.is(INTENT), targetId);
    }

    /** Marks an entry as rejected by the target, or as invalid before it was sent. */
    public void markRejected(long seq, String reason, Instant now) {
        attempts.endCreate(seq, Attempt.Outcome.REJECTED, now);
        change("state = " + Sql.text(REJECTED) + ", reason = ?", seq, Sql.in(PLANNED, INTENT), reason);
    }

    /**
     * Marks the other planned entries of a person and group as rejected without an attempt.
     *
     * @param reason the reason, followed by the reason of the last rejection
     */
    public void markNotAttempted(PersonPlace place, String reason, long lastRejected) {
        database.update(
                "UPDATE entry SET state = ?, not_attempted = 1, reason = ? || coalesce((SELECT reason FROM entry WHERE"
                        + " seq = ?), '') WHERE person = ? AND place_group = ? AND state = ?",
                REJECTED.name(),
                reason,
                lastRejected,
                place.person(),
                place.group(),
                PLANNED.name());
    }

    /**
     * Marks an entry as in doubt: its create was sent, and the outcome is not known.
     *
     * @param isAccepted whether the target accepted it
     * @param isFailed whether the target returned status 500
     */
    public void markInDoubt(long seq, boolean isAccepted, boolean isFailed, String reason, Instant now) {
        attempts.endCreate(seq, Attempt.Outcome.IN_DOUBT, now);
        change(
                "state = " + Sql.text(IN_DOUBT) + ", doubted = 1, swept = 0, accepted = max(accepted, ?), reason = ?,"
                        + " success_mark = CASE WHEN failures = 0 THEN " + DONE + " ELSE success_mark END,"
                        + " failures = failures + ?",
                seq,
                Sql.is(INTENT),
                isAccepted ? 1 : 0,
                reason,
                isFailed ? 1 : 0);
    }

    /** Marks entries that were about to be sent when the process ended as in doubt. */
    public void markInterrupted(String reason) {
        database.update(
                "UPDATE entry SET state = ?, doubted = 1, swept = 0, reason = ? WHERE state = ?",
                IN_DOUBT.name(),
                reason,
                INTENT.name());
    }

    /** Marks an entry that was in doubt, or was sent before, as found on the target. */
    public void markRecovered(long seq, String targetId) {
        takeRow(seq, targetId);
        change(
                onTarget(RECOVERED) + ", swept = 0, done_order = " + NEXT_ORDER,
                seq,
                Sql.in(IN_DOUBT, PLANNED, REJECTED) + " AND (doubted = 1 OR sent > 0)",
                targetId);
    }

    /** Marks a planned entry as one that was on the target before. */
    public void markAdopted(long seq, String targetId) {
        takeRow(seq, targetId);
        change(onTarget(ADOPTED), seq, Sql.is(PLANNED), targetId);
    }

    /** Marks an entry in doubt as proven absent and to be sent again. */
    public void markToSendAgain(long seq) {
        change("state = " + Sql.text(PLANNED), seq, Sql.is(IN_DOUBT));
        changes.fold(seq);
    }

    /** Marks an entry that was to be sent again as in doubt again. */
    public void markInDoubtAgain(long seq, String reason) {
        change("state = " + Sql.text(IN_DOUBT) + ", reason = ?", seq, Sql.is(PLANNED), reason);
    }

    /** Marks an entry in doubt as proven absent and not to be sent again. */
    public void markGivenUp(long seq, String reason) {
        change("state = " + Sql.text(REJECTED) + ", reason = ?", seq, Sql.is(IN_DOUBT), reason);
        changes.fold(seq);
    }

    /** Records why an entry remains in doubt. */
    public void noteDoubt(long seq, String reason) {
        change("reason = ?", seq, Sql.is(IN_DOUBT), reason);
    }

    /** Records the rows that may be an entry, replacing those of the last lookup. */
    public void setCandidates(long seq, Collection<String> targetIds) {
        database.update("DELETE FROM candidate WHERE entry_seq = ?", seq);
        targetIds.forEach(id -> database.update("INSERT INTO candidate (entry_seq, target_id) VALUES (?, ?)", seq, id));
    }

    /** Records the user's decision that an entry in doubt is a row of the target. */
    public void decideIsRow(long seq, String targetId, Instant now) {
        decide(seq, Decision.IS_ROW, targetId, now);
        takeRow(seq, targetId);
        change(
                onTarget(RECOVERED) + ", accepted = 0, swept = 0, done_order = " + NEXT_ORDER,
                seq,
                Sql.is(IN_DOUBT),
                targetId);
    }

    /** Records the user's decision that an entry in doubt is not on the target. It is sent again. */
    public void decideAbsent(long seq, Instant now) {
        decide(seq, Decision.ABSENT, null, now);
        change(
                "state = " + Sql.text(PLANNED) + ", accepted = 0, attempts = 0, failures = 0, swept = 0, reason = NULL",
                seq,
                Sql.is(IN_DOUBT));
        changes.fold(seq);
    }

    /** Assigns the row to the entry and removes its other roles. */
    private void takeRow(long seq, String targetId) {
        setCandidates(seq, List.of());
        database.update("DELETE FROM baseline WHERE target_id = ?", targetId);
        database.update("DELETE FROM possible_duplicate WHERE target_id = ?", targetId);
    }

    /** Records a decision of the user, which remains in the ledger. */
    private void decide(long seq, Decision kind, @Nullable String targetId, Instant now) {
        setCandidates(seq, List.of());
        database.update(
                "INSERT INTO decision (kind, source_id, target_id, decided_at) SELECT ?, source_id, ?, ? FROM entry WHERE"
                        + " seq = ?",
                kind.name(),
                targetId,
                now.toString(),
                seq);
    }

    /** Marks all entries that are to be sent as known to an apply that has started. */
    public void markBegun() {
        database.update("UPDATE entry SET begun = 1 WHERE begun = 0 AND state " + Sql.is(PLANNED));
    }

    /** Marks an entry as covered by the sweep. */
    public void markSwept(long seq) {
        database.update("UPDATE entry SET swept = 1 WHERE seq = ?", seq);
    }

    /** Marks an entry as deleted by undo. */
    public void markUndone(long seq) {
        database.update("UPDATE entry SET state = ? WHERE seq = ?", UNDONE.name(), seq);
    }

    /** Sets the state of a canary, or none for an entry that is no longer a canary. */
    public void markCanary(long seq, @Nullable CanaryState state) {
        database.update("UPDATE entry SET canary = ? WHERE seq = ?", state == null ? null : state.name(), seq);
    }

    /** Records the digest of a canary that differed when read back, unless one is already recorded. */
    public void noteCanaryDigest(long seq, String digest) {
        database.update("UPDATE entry SET canary_digest = coalesce(canary_digest, ?) WHERE seq = ?", digest, seq);
    }

    private static String onTarget(EntryState state) {
        return "state = " + Sql.text(state) + ", held = " + Sql.text(state) + ", target_id = ?, reason = NULL";
    }

    /** Changes one entry, which must be in a state that the change expects. */
    private void change(String assignments, long seq, String expectedState, @Nullable Object... arguments) {
        @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = seq;
        int changed =
                database.update("UPDATE entry SET " + assignments + " WHERE seq = ? AND state " + expectedState, all);
        if (changed != 1) {
            throw database.damaged("contains an entry whose state differs from the recorded state");
        }
    }
}
