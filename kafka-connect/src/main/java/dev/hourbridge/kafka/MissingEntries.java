package dev.hourbridge.kafka;

import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what became of entries that were sent and are not listed any more. Not safe for use by several threads at once.
 *
 * <p>An entry can be missing because it was deleted, because it moved to another month, or because the account lost a
 * permission. Each is asked for by its id before a deletion is written.
 */
final class MissingEntries {
    private static final Logger LOG = LoggerFactory.getLogger(MissingEntries.class);

    private final String name;
    private final Duration censusInterval;
    private final TimeTracker tracker;
    private final RecordValues values;
    private final Clock clock;
    private final Map<MonthPartition, Instant> emptiedSince = new HashMap<>();

    /** Creates the decision for one account. */
    MissingEntries(String name, SourceSettings settings, TimeTracker tracker, RecordValues values, Clock clock) {
        this.name = name;
        censusInterval = settings.censusInterval();
        this.tracker = tracker;
        this.values = values;
        this.clock = clock;
    }

    /**
     * Returns the deletions among the entries that were sent for these days and are not listed. Each is looked up: one that
     * was moved to another day is no deletion.
     */
    List<EntryChange> deletions(
            PassPlanner.Range range,
            MonthState state,
            Map<String, ObservedEntry> listed,
            List<ObservedEntry> movedAway) {
        List<EntryChange> gone = new ArrayList<>();
        Set<String> ids =
                state.idsBetween(range.first().getDayOfMonth(), range.last().getDayOfMonth());
        ids.removeAll(listed.keySet());
        for (String id : ids) {
            Optional<ObservedEntry> found = find(id);
            if (found.isEmpty()) {
                gone.add(EntryChange.gone(id));
            } else if (range.partition().contains(found.get().day())) {
                listed.put(id, found.get());
            } else {
                movedAway.add(found.get());
            }
        }
        return isLostAccess(range.partition(), state, gone.size()) ? List.of() : gone;
    }

    private Optional<ObservedEntry> find(String id) {
        try {
            return Optional.of(ObservedEntry.of(tracker.get(TimeEntryId.of(tracker.account(), id)), values));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether all entries of a partition vanished together, which is also what a lost permission looks like. Their deletion is
     * written if they are still missing after the interval of the census.
     */
    private boolean isLostAccess(MonthPartition partition, MonthState state, int gone) {
        if (gone < 2 || gone < state.size()) {
            emptiedSince.remove(partition);
            return false;
        }
        Instant since = emptiedSince.computeIfAbsent(partition, key -> clock.instant());
        if (!clock.instant().isBefore(since.plus(censusInterval))) {
            emptiedSince.remove(partition);
            return false;
        }
        LOG.warn(
                "Account {}: all {} entries of {} vanished together. Their deletion is written if they are still missing after {}.",
                name,
                gone,
                partition.month(),
                censusInterval);
        return true;
    }
}
