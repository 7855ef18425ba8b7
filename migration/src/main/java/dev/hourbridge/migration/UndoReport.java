package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Optional;

/** What undo deleted and what it kept. Immutable and safe for use by several threads. */
@AutoValue
public abstract class UndoReport {
    UndoReport() {}

    static UndoReport of(
            Outcome outcome,
            Optional<String> problem,
            long deleted,
            long gone,
            long adopted,
            List<RetainedEntry> kept) {
        return new AutoValue_UndoReport(outcome, problem, deleted, gone, adopted, List.copyOf(kept));
    }

    /** {@link Outcome#DIFFERENT} if something was kept that this migration wrote, or may have. */
    public abstract Outcome outcome();

    /** Why it ended early, if it did. */
    public abstract Optional<String> problem();

    /** How many rows it deleted. */
    public abstract long deleted();

    /** How many rows somebody had deleted before. */
    public abstract long alreadyDeleted();

    /** How many rows were there before the migration and were adopted; they are never touched. */
    public abstract long adopted();

    /** What it kept, and why. */
    public abstract List<RetainedEntry> retained();
}
