package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.List;

/**
 * The recorded plan of a migration: what will be sent, and what will be lost. Immutable and thread-safe.
 *
 * <!-- with: MigrationPlan plan -->
 * <pre>{@code
 * plan.unmapped().forEach(each -> System.out.println(each.kind() + " " + each.id() + " is not in the mapping"));
 * plan.losses().forEach(loss -> System.out.println(loss.entries() + " entries: " + loss.field() + " " + loss.kind()));
 * }</pre>
 */
@AutoValue
public abstract class MigrationPlan {
    MigrationPlan() {}

    static Builder builder() {
        return new AutoValue_MigrationPlan.Builder();
    }

    /**
     * Returns {@link Outcome#NEEDS_INPUT} if a decision is needed before apply, {@link Outcome#TEMPORARY} if the source
     * does not show entries that were sent, {@link Outcome#DIFFERENT} if there are changes that will not be carried
     * out, and otherwise {@link Outcome#DONE}.
     */
    public abstract Outcome outcome();

    /** Returns the digest of the plan. Plans with the same content have the same digest. */
    public abstract String digest();

    /**
     * Returns the number of source entries in the range, without those that are deleted, filtered out, or skipped
     * before they were sent.
     */
    public abstract long entries();

    /**
     * Returns the number of {@link #entries()} that cannot be sent because an id is not mapped or a value is missing.
     */
    public abstract long incompleteEntries();

    /**
     * Returns the number of {@link #entries()} that were handled under an earlier plan of this ledger. {@link
     * #changes()} returns their changes.
     */
    public abstract long sentBefore();

    /** Returns the number of entries that were handled under an earlier plan and that the source no longer lists. */
    public abstract long sentNotListed();

    /** Returns the changes to entries that were handled under an earlier plan. */
    public abstract PlannedChanges changes();

    /**
     * Returns the number of entries that were handled under an earlier plan and cannot be planned now because an id is
     * not mapped or a value is missing. Their rows remain unchanged.
     */
    public abstract long sentAndIncomplete();

    /** Returns whether any entry was sent or adopted under this plan or an earlier one. */
    public abstract boolean isBegun();

    /**
     * Returns whether an undo of all rows closed the ledger. Nothing can be planned or applied with a closed ledger.
     */
    public abstract boolean isClosed();

    /**
     * Returns the number of entries to which the plan is restricted, including those already sent; 0 for a plan of all
     * entries.
     */
    public abstract long named();

    /** Returns the number of {@link #named()} entries that the source does not list in the range. */
    public abstract long namedNotFound();

    /** Returns the number of entries that the source lists as deleted. They are skipped. */
    public abstract long deletedAtSource();

    /** Returns the filter with which the plan was made. */
    public abstract EntryFilter filter();

    /** Returns the number of entries in the range that do not match the filter. No other count includes them. */
    public abstract long filteredEntries();

    /**
     * Returns the number of entries that the mapping skips and that were not sent before. No other count in this plan
     * includes them.
     */
    public abstract long skippedEntries();

    /** Returns the total duration of the skipped entries at the source. */
    public abstract Duration skippedDuration();

    /**
     * Returns the number of entries that were sent under an earlier plan and are now skipped. They remain on the
     * target.
     */
    public abstract long sentAndSkipped();

    /** Returns the total duration of all entries at the source, including those that cannot be sent yet. */
    public abstract Duration sourceDuration();

    /** Returns the total of the durations to be written. */
    public abstract Duration plannedDuration();

    /** Returns the number of rounded durations. */
    public abstract long roundedEntries();

    /** Returns what happens to each field, for all entries, including those sent under an earlier plan. */
    public abstract List<FieldLoss> losses();

    /** Returns the fields that were not allowed to lose values when the plan was made. */
    public abstract List<EntryField> mustKeep();

    /**
     * Returns the fields of {@link #mustKeep()} that would lose values. If there are any, the plan is not carried out.
     */
    public abstract List<EntryField> forbiddenLosses();

    /** Returns the ids that are missing from the mapping. */
    public abstract List<Unmapped> unmapped();

    /**
     * Returns the parts of the mapping that no entry can use on this target. They do not prevent the plan from being
     * carried out.
     */
    public abstract List<UnreachableMapping> unreachable();

    /**
     * Returns the mapped projects and tasks that did not exist on the target when the plan was made. Not every service
     * reveals this; most return 404 for the entries of an unknown project or task. At most 200 ids are requested.
     */
    public abstract List<UnknownId> unknownIds();

    /**
     * Returns the mapped people who have no row on the target in the range. Whether they exist is unknown until the
     * first entry of each is created.
     */
    public abstract List<String> unseenPeople();

    /** Returns the target's people for whom there are no credentials; see {@link MigrationBuilder#targetFor}. */
    public abstract List<String> peopleWithoutCredential();

    /** Returns the number of rows on the target that are equal to entries to be sent. */
    public abstract long existingRows();

    /**
     * Returns the target's ids of up to three {@link #existingRows()}. {@link Migration#forEachExistingRow} provides
     * all of them.
     */
    public abstract List<String> existingSamples();

    /**
     * Returns the number of {@link #existingRows()} that have the marker of another migration. They are never adopted.
     */
    public abstract long rowsOfOtherLedgers();

    /**
     * Returns the number of entries to be created. With {@link ExistingRows#ADOPT}, entries for which a row is adopted
     * are not included.
     */
    public abstract long entriesToSend();

    /** Returns the total duration of the entries to be created. */
    public abstract Duration durationToSend();

    /**
     * Returns the number of rows on the target that have the same person, day and minutes as an entry to be created,
     * but differ from it otherwise; 0 unless rows are adopted. {@link Migration#forEachPossibleDuplicate} provides all
     * of them.
     */
    public abstract long possibleDuplicates();

    /** Returns whether possible duplicates were accepted when the plan was made. */
    public abstract boolean acceptsPossibleDuplicates();

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder outcome(Outcome outcome);

        abstract Builder digest(String digest);

        abstract Builder entries(long entries);

        abstract Builder incompleteEntries(long entries);

        abstract Builder sentBefore(long entries);

        abstract Builder sentNotListed(long entries);

        abstract Builder changes(PlannedChanges changes);

        abstract Builder sentAndIncomplete(long entries);

        abstract Builder isBegun(boolean begun);

        abstract Builder isClosed(boolean closed);

        abstract Builder named(long entries);

        abstract Builder namedNotFound(long entries);

        abstract Builder deletedAtSource(long entries);

        abstract Builder filter(EntryFilter filter);

        abstract Builder filteredEntries(long entries);

        abstract Builder skippedEntries(long entries);

        abstract Builder skippedDuration(Duration duration);

        abstract Builder sentAndSkipped(long entries);

        abstract Builder sourceDuration(Duration duration);

        abstract Builder plannedDuration(Duration duration);

        abstract Builder roundedEntries(long entries);

        abstract Builder losses(List<FieldLoss> losses);

        abstract Builder mustKeep(List<EntryField> fields);

        abstract Builder forbiddenLosses(List<EntryField> fields);

        abstract Builder unmapped(List<Unmapped> unmapped);

        abstract Builder unreachable(List<UnreachableMapping> parts);

        abstract Builder unknownIds(List<UnknownId> ids);

        abstract Builder unseenPeople(List<String> people);

        abstract Builder peopleWithoutCredential(List<String> people);

        abstract Builder existingRows(long rows);

        abstract Builder existingSamples(List<String> ids);

        abstract Builder rowsOfOtherLedgers(long rows);

        abstract Builder entriesToSend(long entries);

        abstract Builder durationToSend(Duration duration);

        abstract Builder possibleDuplicates(long rows);

        abstract Builder acceptsPossibleDuplicates(boolean accepts);

        abstract MigrationPlan build();
    }
}
