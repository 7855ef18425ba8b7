package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Optional;

/**
 * The rows that undo deleted and retained. Immutable and thread-safe.
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

    /**
     * Returns the outcome. It is {@link Outcome#DIFFERENT} if a retained row was written, or may have been written, by
     * this migration.
     */
    public abstract Outcome outcome();

    /** Returns why the undo ended early, if it did. */
    public abstract Optional<String> problem();

    /** Returns the number of rows that this undo deleted. */
    public abstract long deleted();

    /** Returns the number of rows that were already deleted. */
    public abstract long alreadyDeleted();

    /** Returns the number of adopted rows, which existed before the migration and are never deleted. */
    public abstract long adopted();

    /** Returns the retained rows and the reasons. */
    public abstract List<RetainedEntry> retained();
}
