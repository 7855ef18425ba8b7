package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.List;

/**
 * The recorded plan of a migration: what will be sent, and what will be lost. Immutable and safe for use by several
 * threads.
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
     * Returns {@link Outcome#NEEDS_INPUT} if something must be decided before apply; {@link Outcome#TEMPORARY} if the
     * source does not show entries that were sent; {@link Outcome#DIFFERENT} if there are changes that will not be
     * carried out; otherwise {@link Outcome#DONE}.
     */
    public abstract Outcome outcome();

    /** Returns the digest of the plan: the same content has the same digest. */
    public abstract String digest();

    /** Returns how many entries of the source are in the range. */
    public abstract long entries();

    /** Returns how many of them cannot be sent, because an id is not mapped or a value is missing. */
    public abstract long incompleteEntries();

    /**
     * Returns how many of them were handled under an earlier plan of this ledger; {@link #changes()} has their
     * changes.
     */
    public abstract long sentBefore();

    /** Returns how many entries were handled under an earlier plan and are no longer listed by the source. */
    public abstract long sentNotListed();

    /** Returns the changes of entries that were handled under an earlier plan. */
    public abstract PlannedChanges changes();

    /**
     * Returns how many entries were handled under an earlier plan and cannot be planned now, because an id is not
     * mapped or a value is missing. They stay as they were sent.
     */
    public abstract long sentAndIncomplete();

    /** Returns whether an entry was sent or adopted under this plan or an earlier one. */
    public abstract boolean isBegun();

    /**
     * Returns whether an undo of everything closed the ledger. Nothing can be planned or applied with a closed ledger.
     */
    public abstract boolean isClosed();

    /**
     * Returns how many entries the plan is restricted to, including those already sent; 0 for a plan of all entries.
     */
    public abstract long named();

    /** Returns how many of those the source does not list in the range. */
    public abstract long namedNotFound();

    /** Returns how many entries the source lists as deleted; they are skipped. */
    public abstract long deletedAtSource();

    /** Returns the filter with which the plan was made. */
    public abstract EntryFilter filter();

    /** Returns how many entries of the range do not pass the filter; no other number includes them. */
    public abstract long filteredEntries();

    /** Returns how many entries the mapping skips; no other number includes them. */
    public abstract long skippedEntries();

    /** Returns the sum of the durations of the skipped entries at the source. */
    public abstract Duration skippedDuration();

    /** Returns how many entries were sent under an earlier plan and are now skipped; they remain on the target. */
    public abstract long sentAndSkipped();

    /** Returns the sum of the durations of all entries at the source, including those that cannot be sent yet. */
    public abstract Duration sourceDuration();

    /** Returns the sum of the durations to be written. */
    public abstract Duration plannedDuration();

    /** Returns how many durations were rounded. */
    public abstract long roundedEntries();

    /** Returns what happens to each field, for all entries, including those sent under an earlier plan. */
    public abstract List<FieldLoss> losses();

    /** Returns the fields that were required to be without loss when the plan was made. */
    public abstract List<EntryField> mustKeep();

    /** Returns those of {@link #mustKeep()} that would have a loss; if there are any, the plan is not carried out. */
    public abstract List<EntryField> forbiddenLosses();

    /** Returns the ids that the mapping lacks. */
    public abstract List<Unmapped> unmapped();

    /**
     * Returns the parts of the mapping that no entry can use on this target. They do not prevent the plan from being
     * carried out.
     */
    public abstract List<UnreachableMapping> unreachable();

    /**
     * Returns the mapped projects and tasks that the target did not have when the plan was made, if its service
     * reveals this: most services return 404 for the list of entries of an unknown project or task. At most 200 ids are
     * requested.
     */
    public abstract List<UnknownId> unknownIds();

    /**
     * Returns the mapped people who have no row on the target in the range. Whether they exist is unknown until the
     * first entry of each is created.
     */
    public abstract List<String> unseenPeople();

    /** Returns the target's people for whom no credential can write: see {@link MigrationBuilder#targetFor}. */
    public abstract List<String> peopleWithoutCredential();

    /** Returns how many rows on the target are equal to entries to be sent. */
    public abstract long existingRows();

    /** Returns the target's ids of up to three of them; {@link Migration#forEachExistingRow} provides all of them. */
    public abstract List<String> existingSamples();

    /** Returns how many of them carry the marker of another migration. They are never adopted. */
    public abstract long rowsOfOtherLedgers();

    /**
     * Returns how many entries are to be created; with {@link ExistingRows#ADOPT}, those for which no row is adopted.
     */
    public abstract long entriesToSend();

    /** Returns the sum of the durations of the entries to be created. */
    public abstract Duration durationToSend();

    /**
     * Returns how many rows on the target have the person, the day and the minutes of an entry to be created, but
     * differ from it; 0 unless rows are adopted. {@link Migration#forEachPossibleDuplicate} provides all of them.
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
