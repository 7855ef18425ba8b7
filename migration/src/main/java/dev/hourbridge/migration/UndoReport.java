package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Optional;

/**
 * What undo deleted and what it retained. Immutable and safe for use by several threads.
 *
 * <p>A retained row is still on the target, and its entry still counts as sent.
 *
 * <!-- with: UndoReport report -->
 * <pre>{@code
 * report.retained().forEach(row -> System.out.println(row.sourceId() + ": " + row.reason()));
 * }</pre>
 */
@AutoValue
public abstract class UndoReport {
    UndoReport() {}

    /** Returns a report. */
    static UndoReport of(
            Outcome outcome,
            Optional<String> problem,
            long deleted,
            long gone,
            long adopted,
            List<RetainedEntry> kept) {
        return new AutoValue_UndoReport(outcome, problem, deleted, gone, adopted, List.copyOf(kept));
    }

    /** Returns {@link Outcome#DIFFERENT} if something was retained that this migration wrote, or may have written. */
    public abstract Outcome outcome();

    /** Returns why it ended early, if it did. */
    public abstract Optional<String> problem();

    /** Returns how many rows it deleted. */
    public abstract long deleted();

    /** Returns how many rows were deleted before. */
    public abstract long alreadyDeleted();

    /** Returns how many rows were there before the migration and were adopted; they are never deleted. */
    public abstract long adopted();

    /** Returns what it retained, and why. */
    public abstract List<RetainedEntry> retained();
}
