package dev.hourbridge.migration.internal.change;

import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.migration.internal.sqlite.ChangeStaging;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Looks up entries that were sent and that the source no longer lists. They are read by id, because they may have moved
 * to another day. If an entry is not found, it counts as deleted only if the source's list is complete and still shows
 * another entry of the same person and project. A lost permission would hide entries in the same way.
 */
public final class SourceAbsence {
    private final MigrationContext run;
    private final ChangeStaging staging;
    private long asked;
    private boolean isMissing;
    private boolean isListComplete;

    /** Creates a lookup for one plan. */
    public SourceAbsence(MigrationContext run, ChangeStaging staging) {
        this.run = run;
        this.staging = staging;
    }

    /**
     * Reads each of these entries by id.
     *
     * @param found receives the entries that exist, with what was sent
     */
    public void read(BiConsumer<TimeEntry, PlannedEntry> found) {
        Pages.forEach(staging::notListed, PlannedEntry::seq, sent -> {
            if (isCovered(sent)) {
                run.report(Progress.Phase.READING_SOURCE, ++asked, OptionalLong.empty());
                Optional<TimeEntry> entry = get(sent);
                if (entry.isPresent()) {
                    found.accept(entry.get(), sent);
                } else {
                    isMissing = true;
                    staging.delete(sent);
                }
            }
        });
        isListComplete = isMissing && isListedAgain();
    }

    /**
     * Returns whether the source could list the entry. An entry on a project that is deliberately not listed, or on a
     * day that an archive does not cover, is not missing.
     */
    private boolean isCovered(PlannedEntry sent) {
        Optional<Set<String>> projects = run.source().capabilities().listedProjects();
        Optional<SourceFields.Values> values = sent.content().source().values();
        Optional<String> project = values.flatMap(each -> Optional.ofNullable(each.project()));
        boolean isProjectListed =
                projects.isEmpty() || project.isEmpty() || projects.get().contains(project.get());
        return isProjectListed
                && values.filter(each -> !run.source().capabilities().covers(each.day()))
                        .isEmpty();
    }

    /** Requests an entry of the source by its id; empty if it does not exist or is not visible. */
    private Optional<TimeEntry> get(PlannedEntry sent) {
        try {
            TimeEntry entry = run.source().get(TimeEntryId.of(run.source().account(), sent.sourceId()));
            return Optional.of(entry).filter(row -> !row.deleted());
        } catch (NotFoundException | PermissionException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a second list has the same ids, and the source's own total, if any, matches it. */
    private boolean isListedAgain() {
        TimeEntryQuery query = TimeEntryQuery.between(run.firstDay(), run.lastDay());
        Duration sum = Duration.ZERO;
        try (CloseableIterator<TimeEntry> rows = run.source().list(query).iterator()) {
            while (rows.hasNext()) {
                TimeEntry row = rows.next();
                if (!row.deleted()) {
                    staging.listAgain(row.id().id());
                    sum = sum.plus(row.workTime().duration());
                }
            }
        }
        if (!staging.areListsEqual()) {
            return false;
        }
        Duration listed = sum;
        return run.source().capabilities().total() != TotalKind.BY_LOCAL_DATE
                || run.source().total(query).filter(own -> !own.equals(listed)).isEmpty();
    }

    /** Returns the reason why an entry that was not found may not have been deleted; empty if it was deleted. */
    Optional<String> doubt(PlannedEntry entry) {
        if (!isListComplete) {
            return Optional.of("the source's list differs when it is read again");
        }
        Optional<SourceFields.Values> values = entry.content().source().values();
        boolean isShown = values.isPresent()
                && staging.listsAnotherOf(values.get().person(), values.get().project());
        return isShown
                ? Optional.empty()
                : Optional.of("the source shows no other entry of this person and project, so a permission may have "
                        + "been lost");
    }
}
