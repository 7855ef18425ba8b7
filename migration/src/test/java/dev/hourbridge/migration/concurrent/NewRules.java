package dev.hourbridge.migration.concurrent;

import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.TotalCheck;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Parts of the API that the rules need and that do not exist yet. The implementer of one replaces the body of its method
 * with the call; until then every test that needs it fails.
 */
@SuppressWarnings("DoNotCallSuggester") // each is called as if it were built
final class NewRules {
    private NewRules() {}

    /**
     * The user's decision that an entry in doubt is a row of the target: the entry is recovered with this row, whatever
     * differs, and {@code verify} reports what differs.
     */
    static void resolveIs(Migration migration, String sourceId, String targetId) {
        migration.resolveAsRow(sourceId, targetId);
    }

    /** The user's decision that an entry in doubt is not on the target: the next apply sends it again. */
    static void resolveAbsent(Migration migration, String sourceId) {
        migration.resolveAsAbsent(sourceId);
    }

    /**
     * The user's decision that a row has nothing to do with the migration. It is recorded with what the row is like, and
     * expires when the row changes.
     */
    static void resolveUnrelated(Migration migration, String targetId) {
        migration.resolveAsUnrelated(targetId);
    }

    /** What {@link Migration#undo()} would delete and retain now; deletes nothing, and the ledger stays as it is. */
    static UndoReport undoDryRun(Migration migration) {
        return migration.previewUndo();
    }

    /** Why the source's own total could not be compared, where it has one; empty if it was compared. */
    static Optional<String> failedSourceTotal(VerifyReport report) {
        return report.source().totalCheck().flatMap(TotalCheck::failure);
    }

    /** Whether this progress tells a listener that the migration waits because of a throttle, for at least so long. */
    static boolean announcesWait(Progress progress, Duration atLeast) {
        throw missing("Progress: the migration waits because of a throttle", progress, atLeast);
    }

    /** An entry whose service gives a duration other than the one between its start and end. */
    static TimeEntry withOwnDuration(TimeEntry entry, Duration duration) {
        throw missing("TimeEntry: a duration that contradicts start and end", entry, duration);
    }

    /** The source ids of entries whose duration contradicts their start and end; the plan needs a decision then. */
    static List<String> contradictions(MigrationPlan plan) {
        throw missing("MigrationPlan: entries whose duration contradicts start and end", plan);
    }

    private static AssertionError missing(String what, Object... arguments) {
        return new AssertionError("not built yet: " + what + " (" + arguments.length + " values)");
    }
}
