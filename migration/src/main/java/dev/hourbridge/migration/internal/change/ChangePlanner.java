package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.ChangedEntries;
import dev.hourbridge.migration.DeletedEntries;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.RemappedEntries;
import dev.hourbridge.migration.Rounding;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryMapper;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.migration.internal.mapping.MarkerTag;
import dev.hourbridge.migration.internal.sqlite.ChangeStaging;
import dev.hourbridge.migration.internal.sqlite.ChangeStaging.Staged;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.OwnRows.Comparison;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Determines the changes that a plan makes to entries that were sent before. Entries are compared by content, never by
 * the source's timestamps.
 *
 * <p>The source's timestamp can change without the content, and the content can change without the timestamp. Only the
 * digest of all fields is relevant.
 */
public final class ChangePlanner {
    private final MigrationContext run;
    private final Ledger ledger;
    private final ChangeStaging staging;
    private final EntryMapper mapper;
    private final Capabilities target;
    private final OwnRows rows;
    private long compared;

    /** Creates a planner of changes for one plan. */
    public ChangePlanner(MigrationContext run, Ledger ledger, ChangeStaging staging, EntryMapper mapper) {
        this.run = run;
        this.ledger = ledger;
        this.staging = staging;
        this.mapper = mapper;
        this.target = run.targets().capabilities();
        this.rows = new OwnRows(run, ledger);
    }

    /**
     * Compares an entry of the source with what was sent for it.
     *
     * @param result the result of mapping it now
     */
    public void compare(TimeEntry source, MappingResult result, PlannedEntry sent) {
        if (sent.state() == EntryState.UNDONE || sent.state() == EntryState.REJECTED) {
            return;
        }
        SourceFields fields = SourceFields.of(source, result.source().workTime().duration());
        boolean hasDuration = run.policy().rounding().equals(Rounding.sumPreserving())
                && fields.duration().equals(sent.content().source().duration());
        PlannedContent now = planned(sent, fields, result, hasDuration);
        if (!now.equals(sent.content()) || isPending(sent)) {
            staging.change(sent, now, isRemapped(source, sent, now), hasDuration);
        }
    }

    /**
     * Returns the content that is planned now. Under sum-preserving rounding, an entry that was sent retains its
     * duration while the source's duration is unchanged.
     */
    private PlannedContent planned(PlannedEntry sent, SourceFields fields, MappingResult result, boolean hasDuration) {
        PlannedContent now = PlannedContent.of(fields, result, target);
        if (hasDuration) {
            now = now.withDuration(sent.create().workTime().duration(), target);
        }
        if (sent.progress().isAdopted()) {
            return now.unmarked(target);
        }
        return isOtherMarkerOnly(sent.content(), now) ? sent.content().with(fields, now) : now;
    }

    /**
     * Returns whether only the marker differs. A change of {@code policy.marker} applies to entries sent from now on
     * and changes no existing row.
     */
    private boolean isOtherMarkerOnly(PlannedContent sent, PlannedContent now) {
        boolean isSameMarker = (sent.trailer() == null) == (now.trailer() == null)
                && MarkerTag.isIn(sent.create().tags())
                        == MarkerTag.isIn(now.create().tags());
        return !isSameMarker
                && now.unmarked(target).create().equals(sent.unmarked(target).create());
    }

    /**
     * Returns whether the entry has pending work that a plan must retain, although the source is unchanged since it was
     * sent.
     */
    private boolean isPending(PlannedEntry sent) {
        return ledger.changes()
                        .of(sent.seq())
                        .filter(ChangePlanner::isUnexplained)
                        .isPresent()
                || ledger.changes().isToOverwrite(sent.sourceId());
    }

    /** Returns whether a change of an earlier run may have had an effect. */
    private static boolean isUnexplained(StoredChange change) {
        return change.state() == ChangeState.INTENT
                || change.state() == ChangeState.IN_DOUBT
                || (change.state() == ChangeState.PLANNED && change.attempts() > 0);
    }

    /** Returns whether the entry as sent, with its source data at that time, would now be planned differently. */
    private boolean isRemapped(TimeEntry source, PlannedEntry sent, PlannedContent now) {
        SourceFields before = sent.content().source();
        if (before.digest().equals(EntryDigest.of(source))) {
            return !rows.differences(sent, now).isEmpty();
        }
        Optional<TimeEntry> old = before.entry(source.id());
        if (old.isEmpty()) {
            return false;
        }
        MappingResult result = mapper.map(old.get());
        boolean hasDuration = run.policy().rounding().equals(Rounding.sumPreserving());
        return !result.isComplete()
                || !rows.differences(sent, planned(sent, before, result, hasDuration))
                        .isEmpty();
    }

    /**
     * Decides on all staged entries, after the durations have been distributed.
     *
     * @param absence provides the evidence that entries were deleted at the source
     */
    public void decide(SourceAbsence absence) {
        Pages.forEach(staging::page, Staged::id, staged -> {
            PlannedEntry entry = ledger.entries().get(staged.seq());
            if (staged.isDeletion()) {
                decideDeletion(entry, staged, absence);
            } else {
                decideUpdate(entry, staged);
            }
        });
    }

    /** Decides on an entry that the source no longer lists. Only a proven absence leads to a deletion. */
    private void decideDeletion(PlannedEntry entry, Staged staged, SourceAbsence absence) {
        Optional<String> doubt = absence.doubt(entry);
        if (doubt.isPresent()) {
            decide(staged, ChangeState.NOT_VISIBLE, doubt.get());
        } else if (isToRetain(entry, staged)) {
            decide(staged, ChangeState.RETAINED, "");
        } else if (entry.progress().isAdopted()) {
            decide(staged, ChangeState.REPORTED, "the row was on the target before the migration");
        } else if (run.policy().deleted() == DeletedEntries.REPORT) {
            decide(staged, ChangeState.REPORTED, "policy.deleted is report");
        } else {
            decideByRow(entry, staged);
        }
    }

    /** Decides on an entry whose planned content changed. If the row already has that content, nothing is sent. */
    private void decideUpdate(PlannedEntry entry, Staged staged) {
        boolean hasRow = entry.targetId() != null;
        if (hasRow && rows.differences(entry, staged.content()).isEmpty() && !isPending(entry)) {
            staging.refresh(staged);
        } else if (isToRetain(entry, staged)) {
            decide(staged, ChangeState.RETAINED, "");
        } else if (hasRow && !rows.notUpdatable(entry, staged.content()).isEmpty()) {
            decide(staged, ChangeState.NOT_UPDATABLE, notUpdatable(rows.notUpdatable(entry, staged.content())));
        } else if (run.policy().changed() == ChangedEntries.REPORT && !staged.isRemapped()) {
            decide(staged, ChangeState.REPORTED, "policy.changed is report");
        } else if (staged.isRemapped() && run.policy().remapped() == RemappedEntries.STOP) {
            decide(staged, ChangeState.PLANNED, "");
        } else {
            decideByRow(entry, staged);
        }
    }

    /** Returns the reason for the report if the target cannot change these fields of an existing entry. */
    static String notUpdatable(Collection<EntryField> fields) {
        return "the target cannot change the " + OwnRows.names(Set.copyOf(fields)) + " of an entry";
    }

    private boolean isToRetain(PlannedEntry entry, Staged staged) {
        return ledger.changes()
                .isToRetain(entry.sourceId(), staged.content().source().digest());
    }

    private void decide(Staged staged, ChangeState state, String reason) {
        staging.decide(staged, state, List.of(), reason.isEmpty() ? null : reason);
    }

    /** Reads the row, so the plan shows what apply would find. Apply reads the row again. */
    private void decideByRow(PlannedEntry entry, Staged staged) {
        Optional<StoredChange> before = ledger.changes().of(entry.seq());
        boolean isUnexplained = before.filter(ChangePlanner::isUnexplained).isPresent();
        if (entry.targetId() == null || isUnexplained) {
            decide(staged, ChangeState.PLANNED, "");
            return;
        }
        run.report(Progress.Phase.READING_TARGET, ++compared, OptionalLong.empty());
        StoredChange change = new StoredChange(
                0,
                staged.seq(),
                staged.isDeletion(),
                staged.isRemapped(),
                staged.content(),
                ChangeState.PLANNED,
                0,
                List.of(),
                null);
        Comparison comparison = rows.compare(entry, change);
        boolean isConflict = comparison.kind() == OwnRows.Kind.CHANGED
                || (comparison.kind() == OwnRows.Kind.GONE && !staged.isDeletion());
        if (!isConflict) {
            decide(staged, ChangeState.PLANNED, "");
            return;
        }
        boolean isDifferent = before.filter(earlier -> earlier.state() == ChangeState.DIFFERENT)
                        .isPresent()
                && comparison.kind() == OwnRows.Kind.CHANGED;
        staging.decide(
                staged,
                isDifferent ? ChangeState.DIFFERENT : ChangeState.CONFLICT,
                comparison.differences(),
                comparison.reason());
    }
}
