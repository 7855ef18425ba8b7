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
     * Returns {@link Outcome#NEEDS_INPUT} if something must be decided before apply; {@link Outcome#TEMPORARY} if the source
     * does not show entries that were sent; {@link Outcome#DIFFERENT} if changes are not to be carried out; else {@link
     * Outcome#DONE}.
     */
    public abstract Outcome outcome();

    /** Returns the digest of the plan: the same content has the same digest. */
    public abstract String digest();

    /** Returns how many entries of the source are in the range. */
    public abstract long entries();

    /** Returns how many of them cannot be sent, because something is unmapped or must be given. */
    public abstract long incompleteEntries();

    /**
     * Returns how many of them were dealt with under an earlier plan of this ledger; {@link #changes()} has what
     * changes of them.
     */
    public abstract long sentBefore();

    /** Returns how many entries were dealt with under an earlier plan and are not listed by the source any more. */
    public abstract long sentNotListed();

    /** Returns what changes of the entries that were dealt with under an earlier plan. */
    public abstract PlannedChanges changes();

    /**
     * Returns how many entries were dealt with under an earlier plan and cannot be planned now, because something is
     * unmapped or must be given. They stay as they were sent.
     */
    public abstract long sentAndIncomplete();

    /** Returns whether an entry was sent or adopted under this plan or an earlier one. */
    public abstract boolean isBegun();

    /** Returns whether an undo of everything closed the ledger, in which nothing can be planned or applied any more. */
    public abstract boolean isClosed();

    /** Returns how many entries the plan is restricted to, those sent before included; 0 for a plan of everything. */
    public abstract long named();

    /** Returns how many of those the source does not list in the range. */
    public abstract long namedNotFound();

    /** Returns how many entries the source holds as deleted; they are skipped. */
    public abstract long deletedAtSource();

    /** Returns the filter that it was made with. */
    public abstract EntryFilter filter();

    /** Returns how many entries of the range do not pass the filter; they count nowhere else. */
    public abstract long filteredEntries();

    /** Returns how many entries the mapping skips; they count nowhere else. */
    public abstract long skippedEntries();

    /** Returns the sum of the durations of the skipped entries at the source. */
    public abstract Duration skippedDuration();

    /** Returns how many entries were sent under an earlier plan and are skipped by now: they stay on the target. */
    public abstract long sentAndSkipped();

    /** Returns the sum of the durations at the source, of all entries, those that cannot be sent yet included. */
    public abstract Duration sourceDuration();

    /** Returns the sum of the durations to be written. */
    public abstract Duration plannedDuration();

    /** Returns how many durations were rounded. */
    public abstract long roundedEntries();

    /** Returns what happens to fields, by field; of all entries, those sent under an earlier plan included. */
    public abstract List<FieldLoss> losses();

    /** Fields of which nothing was to be lost when it was made. */
    public abstract List<EntryField> mustKeep();

    /** Fields of which nothing was to be lost, and something would be; such a plan is not carried out. */
    public abstract List<EntryField> refusedLosses();

    /** Returns the ids that the mapping must name and does not. */
    public abstract List<Unmapped> unmapped();

    /** Parts of the mapping that no entry can use on this target. They are no obstacle to the plan. */
    public abstract List<UnreachableMapping> unreachable();

    /**
     * Returns the mapped projects and tasks that the target did not have when the plan was made, where its service shows it:
     * most return 404 for a list of the entries of an unknown one. At most 200 are requested.
     */
    public abstract List<UnknownId> unknownIds();

    /**
     * Returns the people of the target without a row there in the range. It is not known whether they exist until the first
     * entry of each is created.
     */
    public abstract List<String> unseenPeople();

    /** Returns the target's people for whom no credential can write: see {@link MigrationBuilder#targetFor}. */
    public abstract List<String> peopleWithoutCredential();

    /** Returns how many rows on the target equal entries that are to be sent. */
    public abstract long existingRows();

    /** Returns the target's ids of up to three of them; {@link Migration#forEachExistingRow} has all. */
    public abstract List<String> existingSamples();

    /** Returns how many of them carry the marker of another migration. They are never adopted. */
    public abstract long rowsOfOtherLedgers();

    /** Returns how many entries are to be created; with {@link ExistingRows#ADOPT}, those that no row is adopted for. */
    public abstract long entriesToSend();

    /** Returns the sum of the durations of the entries to be created. */
    public abstract Duration durationToSend();

    /**
     * Returns how many rows on the target have the person, the day and the minutes of an entry to be created, but differ from
     * it; 0 unless rows are adopted. {@link Migration#forEachPossibleDuplicate} has all.
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

        abstract Builder refusedLosses(List<EntryField> fields);

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
