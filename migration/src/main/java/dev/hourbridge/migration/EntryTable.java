package dev.hourbridge.migration;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.WorkTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of the plan and where each stands. Every change of state is one durable write. */
final class EntryTable {
    static final String SEPARATOR = "\u001f";

    private static final String COLUMNS = "seq, source_id, person, project, task, activity, day, start, seconds, note,"
            + " billable, tags, fingerprint, likeness, state, attempts, accepted, lossy, target_id, failures,"
            + " success_mark";
    private static final String NEXT_ORDER =
            "(SELECT coalesce(max(done_order), 0) + 1 FROM entry WHERE done_order IS NOT NULL)";

    private static final String DONE = "(SELECT count(*) FROM entry WHERE done_order IS NOT NULL)";

    private final Database database;
    private final Account target;
    private final boolean sendsPerson;
    private final RowTables rows;

    EntryTable(Database database, RowTables rows, Account target, Capabilities capabilities) {
        this.database = database;
        this.rows = rows;
        this.target = target;
        this.sendsPerson = capabilities.writable().contains(EntryField.PERSON);
    }

    List<PlannedEntry> where(String condition, @Nullable Object... arguments) {
        return database.list("SELECT " + COLUMNS + " FROM entry WHERE " + condition, this::read, arguments);
    }

    Optional<PlannedEntry> byTarget(String targetId) {
        return where("target_id = ?", targetId).stream().findFirst();
    }

    PlannedEntry bySeq(long seq) {
        return where("seq = ?", seq).get(0);
    }

    long count(EntryState state) {
        return database.queryLong("SELECT count(*) FROM entry WHERE state = ?", state.name());
    }

    /** How many of those refused were not sent, because their like were refused. */
    long notAttempted() {
        return database.queryLong(
                "SELECT count(*) FROM entry WHERE state = 'REFUSED' AND reason LIKE ?", Canary.NOT_ATTEMPTED + "%");
    }

    long count() {
        return database.queryLong("SELECT count(*) FROM entry");
    }

    /** The target id of the row of a person that was created or bound last. */
    Optional<String> newest(String person) {
        return database.first(
                "SELECT target_id FROM entry WHERE done_order IS NOT NULL AND person = ? AND state <> 'UNDONE' ORDER BY"
                        + " done_order DESC LIMIT 1",
                row -> row.getString(1),
                person);
    }

    /** Everybody on the target whom the plan writes for. */
    List<String> people() {
        return database.list("SELECT DISTINCT person FROM entry ORDER BY person", row -> row.getString(1));
    }

    List<String> peopleToSendFor() {
        return database.list(
                "SELECT DISTINCT person FROM entry WHERE state = 'PLANNED' ORDER BY person", row -> row.getString(1));
    }

    private PlannedEntry read(ResultSet row) throws SQLException {
        NewTimeEntry.Builder entry = NewTimeEntry.builder();
        String person = row.getString("person");
        if (sendsPerson) {
            entry.person(PersonRef.of(target, person));
        }
        Optional.ofNullable(row.getString("project")).ifPresent(id -> entry.project(ProjectRef.of(target, id)));
        Optional.ofNullable(row.getString("task")).ifPresent(id -> entry.task(TaskRef.of(target, id)));
        Optional.ofNullable(row.getString("activity")).ifPresent(id -> entry.activity(ActivityRef.of(target, id)));
        Duration duration = Duration.ofSeconds(row.getLong("seconds"));
        String start = row.getString("start");
        entry.workTime(
                start == null
                        ? WorkTime.on(LocalDate.parse(row.getString("day")), duration)
                        : WorkTime.from(OffsetDateTime.parse(start), duration));
        String tags = row.getString("tags");
        entry.tags(tags.isEmpty() ? List.of() : Arrays.asList(tags.split(SEPARATOR)));
        entry.note(row.getString("note")).billable(Billable.valueOf(row.getString("billable")));
        return new PlannedEntry(
                row.getLong("seq"),
                row.getString("source_id"),
                entry.build(),
                person,
                row.getString("fingerprint"),
                row.getString("likeness"),
                EntryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getBoolean("accepted"),
                row.getBoolean("lossy"),
                row.getString("target_id"),
                row.getInt("failures"),
                row.getLong("success_mark"));
    }

    /** Durable before the POST leaves. */
    void intend(long seq) {
        database.write(
                LedgerWriteHook.Write.INTENT,
                () -> one(database.update(
                        "UPDATE entry SET state = 'INTENT', attempts = attempts + 1 WHERE seq = ? AND state = 'PLANNED'",
                        seq)));
    }

    /** The POST did not do anything: as if it had never been meant. */
    void retract(long seq) {
        outcome("UPDATE entry SET state = 'PLANNED', attempts = attempts - 1 WHERE seq = ? AND state = 'INTENT'", seq);
    }

    /** Durable once the answer came; false, and nothing done, if the id is that of another row. */
    boolean create(long seq, String targetId) {
        boolean[] known = new boolean[1];
        database.write(LedgerWriteHook.Write.OUTCOME, () -> {
            known[0] = rows.isKnown(targetId);
            if (!known[0]) {
                one(database.update(
                        "UPDATE entry SET state = 'CREATED', held = 'CREATED', target_id = ?, reason = NULL, done_order = "
                                + NEXT_ORDER + " WHERE seq = ? AND state = 'INTENT'",
                        targetId,
                        seq));
            }
        });
        return !known[0];
    }

    void refuse(long seq, String reason) {
        outcome(
                "UPDATE entry SET state = 'REFUSED', reason = ? WHERE seq = ? AND state IN ('PLANNED', 'INTENT')",
                reason,
                seq);
    }

    /**
     * The POST left, and what came of it is not known.
     *
     * @param accepted whether the target said that it did it
     * @param failed whether the target said that it failed, with a 500
     */
    void doubt(long seq, boolean accepted, boolean failed, String reason) {
        outcome(
                "UPDATE entry SET state = 'IN_DOUBT', doubted = 1, swept = 0, accepted = max(accepted, ?), reason = ?,"
                        + " success_mark = CASE WHEN failures = 0 THEN " + DONE + " ELSE success_mark END,"
                        + " failures = failures + ? WHERE seq = ? AND state = 'INTENT'",
                accepted ? 1 : 0,
                reason,
                failed ? 1 : 0,
                seq);
    }

    /** How many entries were created or bound so far. */
    long done() {
        return database.queryLong("SELECT " + DONE);
    }

    private void outcome(String sql, @Nullable Object... arguments) {
        database.write(LedgerWriteHook.Write.OUTCOME, () -> one(database.update(sql, arguments)));
    }

    /** What was about to be sent when the process ended may have been sent. Gives their number. */
    int doubtInterrupted() {
        if (count(EntryState.INTENT) == 0) {
            return 0;
        }
        int[] changed = new int[1];
        database.write(
                LedgerWriteHook.Write.DOUBTS,
                () -> changed[0] = database.update(
                        "UPDATE entry SET state = 'IN_DOUBT', doubted = 1, swept = 0, reason = 'the run ended before an"
                                + " answer came' WHERE state = 'INTENT'"));
        return changed[0];
    }

    /** Inside a transaction. */
    void bind(long seq, String targetId) {
        one(database.update(
                "UPDATE entry SET state = 'RECOVERED', held = 'RECOVERED', target_id = ?, reason = NULL, swept = 0, done_order = "
                        + NEXT_ORDER + " WHERE seq = ? AND doubted = 1 AND state IN ('IN_DOUBT', 'PLANNED', 'REFUSED')",
                targetId,
                seq));
    }

    /** Inside a transaction: proven absent, to be sent again. */
    void sendAgain(long seq) {
        one(database.update("UPDATE entry SET state = 'PLANNED' WHERE seq = ? AND state = 'IN_DOUBT'", seq));
    }

    /** Inside a transaction: was to be sent again. */
    void doubtAgain(long seq, String reason) {
        one(database.update(
                "UPDATE entry SET state = 'IN_DOUBT', reason = ? WHERE seq = ? AND state = 'PLANNED'", reason, seq));
    }

    /** Inside a transaction: proven absent, and not to be sent again. */
    void giveUp(long seq, String reason) {
        one(database.update(
                "UPDATE entry SET state = 'REFUSED', reason = ? WHERE seq = ? AND state = 'IN_DOUBT'", reason, seq));
    }

    /** Inside a transaction. */
    void keepInDoubt(long seq, String reason) {
        one(database.update("UPDATE entry SET reason = ? WHERE seq = ? AND state = 'IN_DOUBT'", reason, seq));
    }

    /** Inside a transaction. */
    void adopt(long seq, String targetId) {
        one(database.update(
                "UPDATE entry SET state = 'ADOPTED', held = 'ADOPTED', target_id = ? WHERE seq = ? AND state = 'PLANNED'",
                targetId,
                seq));
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new LedgerException(
                    LedgerException.Problem.DAMAGED, "An entry was not in the state that the engine left it in.");
        }
    }
}
