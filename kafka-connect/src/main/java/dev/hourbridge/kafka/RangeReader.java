package dev.hourbridge.kafka;

import dev.hourbridge.kafka.PassPlanner.Purpose;
import dev.hourbridge.kafka.PassPlanner.Range;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one range of days and compares the content of the listed entries with what was sent. Not thread-safe. */
final class RangeReader {
    private static final Logger LOG = LoggerFactory.getLogger(RangeReader.class);

    private final String name;
    private final SourceSettings settings;
    private final TimeTracker tracker;
    private final AccountState state;
    private final Clock clock;
    private final RecordValues values;
    private final MissingEntries missing;
    private final BatchWriter writer;
    private final Set<MonthPartition> reportedTooLarge = new HashSet<>();
    private boolean listsChanges;
    private boolean compares;

    /** Creates a reader for one account. */
    RangeReader(String name, SourceSettings settings, TimeTracker tracker, AccountState state, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.tracker = tracker;
        this.state = state;
        this.clock = clock;
        values = new RecordValues(settings.includeExtras());
        missing = new MissingEntries(name, settings, tracker, values, clock);
        writer = new BatchWriter(state, settings);
        listsChanges = tracker.capabilities().filtersUpdatedSince();
    }

    /**
     * Returns whether the service lists changes by their timestamp; false once the service has rejected such a request.
     */
    boolean listsChanges() {
        return listsChanges;
    }

    /**
     * Prepares for the next pass.
     *
     * @param all whether the pass always lists the most recent days completely
     */
    void startPass(boolean all) {
        compares = !all;
    }

    /** Returns the batches of a range. If a request fails, nothing is recorded as sent. */
    List<Batch> read(Range range) {
        state.checkAcknowledged();
        return range.purpose() == Purpose.CHANGES ? changes(range) : days(range);
    }

    private List<Batch> changes(Range range) {
        Map<String, ObservedEntry> different;
        try {
            different = listChanges(range);
        } catch (RejectedException e) {
            listsChanges = false;
            compares = false;
            LOG.warn(
                    "Account {}: the service rejected the request for a list of changes. Edits are detected only in "
                            + "the last {} days. {}",
                    name,
                    settings.lookbackDays(),
                    e.getMessage());
            return List.of();
        }
        Map<MonthPartition, List<ObservedEntry>> months = new LinkedHashMap<>();
        different
                .values()
                .forEach(entry -> months.computeIfAbsent(
                                state.partition(range.project(), entry.day()), key -> new ArrayList<>())
                        .add(entry));
        Instant readAt = clock.instant();
        List<Batch> batches = new ArrayList<>();
        months.forEach((month, entries) -> batches.addAll(write(month, changes(range, month, entries), readAt)));
        LOG.debug("Account {}: {} entries changed since {}.", name, different.size(), state.watermark());
        return batches;
    }

    /** Returns the entries that changed since the watermark and differ from what was sent. Unread days come later. */
    private Map<String, ObservedEntry> listChanges(Range range) {
        Map<String, ObservedEntry> different = new LinkedHashMap<>();
        TimeEntryQuery query =
                query(range).toBuilder().updatedSince(state.watermark()).build();
        for (TimeEntry entry : tracker.list(query)) {
            ObservedEntry observed = ObservedEntry.of(entry, values);
            different.remove(observed.id());
            if (state.days(range.project()).contains(observed.day())
                    && state.month(state.partition(range.project(), observed.day()))
                                    .relation(observed)
                            != MonthState.Relation.SAME) {
                different.put(observed.id(), observed);
            }
        }
        return different;
    }

    private List<Batch> days(Range range) {
        MonthPartition partition = state.partition(range.project(), range.first());
        MonthState month = state.month(partition);
        Set<String> known =
                month.idsBetween(range.first().getDayOfMonth(), range.last().getDayOfMonth());
        if (isUnchanged(range, month, known.size())) {
            return List.of();
        }
        Set<String> listed = new HashSet<>();
        Map<String, ObservedEntry> different = list(range, month, listed);
        MissingEntries.Found found = missing.find(range, known, listed);
        Instant readAt = clock.instant();
        List<EntryChange> changes = new ArrayList<>();
        found.deleted().forEach(id -> changes.add(EntryChange.deletion(id)));
        List<ObservedEntry> moved = new ArrayList<>();
        for (ObservedEntry entry : found.elsewhere()) {
            if (partition.contains(entry.day())) {
                different.put(entry.id(), entry);
            } else if (range.isInScope(entry.day(), settings.startDate())) {
                moved.add(entry);
            } else {
                changes.add(EntryChange.leaving(entry));
            }
        }
        changes.addAll(changes(range, partition, different.values()));
        Progress before = state.progress(partition);
        if (range.purpose() == Purpose.FIRST_READ) {
            state.read(range.project(), range.days());
        }
        List<Batch> batches =
                new ArrayList<>(writer.write(partition, changes, before, state.progress(partition), readAt));
        reportTooLarge(partition);
        moved.forEach(entry -> batches.addAll(move(month, range.project(), entry, readAt)));
        LOG.debug(
                "Account {}: read {} to {}, {} listed, {} changed.",
                name,
                range.first(),
                range.last(),
                listed.size(),
                changes.size());
        return batches;
    }

    /** Returns whether the service counts as many entries as were sent. A service without counts is listed instead. */
    private boolean isUnchanged(Range range, MonthState month, int known) {
        boolean isCompared = range.purpose() == Purpose.CENSUS || (range.purpose() == Purpose.LOOKBACK && compares);
        if (!isCompared) {
            return false;
        }
        if (month.tooLarge()) {
            return range.purpose() == Purpose.CENSUS;
        }
        return tracker.count(query(range)).stream().anyMatch(count -> count == known);
    }

    /** Returns the listed entries that differ from what was sent, and adds the ids of all. */
    private Map<String, ObservedEntry> list(Range range, MonthState month, Set<String> ids) {
        Map<String, ObservedEntry> different = new LinkedHashMap<>();
        for (TimeEntry entry : tracker.list(query(range))) {
            ObservedEntry observed = ObservedEntry.of(entry, values);
            ids.add(observed.id());
            if (month.relation(observed) == MonthState.Relation.SAME) {
                month.seen(observed);
                different.remove(observed.id());
            } else {
                different.put(observed.id(), observed);
            }
        }
        return different;
    }

    /** Returns the query of a range, for one project where lists are per project. */
    private TimeEntryQuery query(Range range) {
        TimeEntryQuery.Builder query =
                TimeEntryQuery.builder().firstDay(range.first()).lastDay(range.last());
        if (!range.project().isEmpty()) {
            query.project(ProjectRef.of(tracker.account(), range.project()));
        }
        return query.build();
    }

    private List<EntryChange> changes(Range range, MonthPartition partition, Iterable<ObservedEntry> entries) {
        List<EntryChange> changes = new ArrayList<>();
        for (ObservedEntry entry : entries) {
            change(range, partition, entry).ifPresent(changes::add);
        }
        return changes;
    }

    private Optional<EntryChange> change(Range range, MonthPartition partition, ObservedEntry entry) {
        return switch (state.month(partition).relation(entry)) {
            case SAME -> Optional.empty();
            case CHANGED -> Optional.of(EntryChange.of(EntryChange.Kind.UPDATED, entry));
            case NEW -> {
                boolean moved = state.takeFromOthers(partition, entry.id());
                EntryChange.Kind kind =
                        range.isSnapshot(entry.day()) ? EntryChange.Kind.SNAPSHOT : EntryChange.Kind.CREATED;
                yield Optional.of(EntryChange.of(moved ? EntryChange.Kind.UPDATED : kind, entry));
            }
        };
    }

    /** Writes an entry that is now in another month. */
    private List<Batch> move(MonthState from, String project, ObservedEntry entry, Instant readAt) {
        from.removed(entry.id());
        MonthPartition to = state.partition(project, entry.day());
        if (state.month(to).relation(entry) == MonthState.Relation.SAME) {
            return List.of();
        }
        return write(to, List.of(EntryChange.of(EntryChange.Kind.UPDATED, entry)), readAt);
    }

    /** Writes the changes of a partition as batches that leave the progress unchanged. */
    private List<Batch> write(MonthPartition partition, List<EntryChange> changes, Instant readAt) {
        Progress progress = state.progress(partition);
        List<Batch> batches = writer.write(partition, changes, progress, progress, readAt);
        reportTooLarge(partition);
        return batches;
    }

    /** Logs, once for each partition, that its entries do not fit into an offset. */
    private void reportTooLarge(MonthPartition partition) {
        if (state.month(partition).tooLarge() && reportedTooLarge.add(partition)) {
            LOG.warn(
                    "Account {}: {} has too many entries for an offset. After a restart, its deletions are not "
                            + "detected, and its edits are detected only by their change timestamp.",
                    name,
                    partition.month());
        }
    }
}
