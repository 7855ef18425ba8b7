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
 * Determines what happened to entries that were sent and are no longer listed. Not thread-safe.
 *
 * <p>An entry can be missing because it was deleted, because it was moved to another day, or because the account lost a
 * permission. Each entry is requested by its id before a deletion is written.
 */
final class MissingEntries {
    private static final Logger LOG = LoggerFactory.getLogger(MissingEntries.class);

    private final String name;
    private final Duration censusInterval;
    private final TimeTracker tracker;
    private final RecordValues values;
    private final Clock clock;
    private final Map<String, Instant> missingSince = new HashMap<>();

    /** Creates an instance for one account. */
    MissingEntries(String name, SourceSettings settings, TimeTracker tracker, RecordValues values, Clock clock) {
        this.name = name;
        censusInterval = settings.censusInterval();
        this.tracker = tracker;
        this.values = values;
        this.clock = clock;
    }

    /**
     * Looks up the entries of a range that are not listed.
     *
     * @param known the ids that were sent for the days of the range
     * @param listed the ids that the service lists for these days
     */
    Found find(PassPlanner.Range range, Set<String> known, Set<String> listed) {
        missingSince.keySet().removeAll(listed);
        List<String> deleted = new ArrayList<>();
        List<ObservedEntry> elsewhere = new ArrayList<>();
        for (String id : known) {
            if (!listed.contains(id)) {
                find(id).ifPresentOrElse(elsewhere::add, () -> deleted.add(id));
            }
        }
        return new Found(
                isLostAccess(deleted.size(), known.size()) ? missingForLong(range, deleted) : deleted, elsewhere);
    }

    /** Returns an entry that exists and is not deleted. */
    private Optional<ObservedEntry> find(String id) {
        try {
            return Optional.of(ObservedEntry.of(tracker.get(TimeEntryId.of(tracker.account(), id)), values))
                    .filter(entry -> !entry.deleted());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns whether most entries of a range vanished together, as they also do after a lost permission. */
    private static boolean isLostAccess(int deleted, int known) {
        return deleted > 1 && 2 * deleted > known;
    }

    /** Returns the ids that have been missing for longer than the interval of the census. */
    private List<String> missingForLong(PassPlanner.Range range, List<String> ids) {
        Instant now = clock.instant();
        ids.forEach(id -> missingSince.putIfAbsent(id, now));
        List<String> certain = ids.stream()
                .filter(id -> !now.isBefore(missingSince.getOrDefault(id, now).plus(censusInterval)))
                .toList();
        certain.forEach(missingSince::remove);
        if (certain.size() < ids.size()) {
            LOG.warn(
                    "Account {}: {} entries from {} to {} disappeared at the same time. If they are still missing "
                            + "after {}, their deletions are written.",
                    name,
                    ids.size() - certain.size(),
                    range.first(),
                    range.last(),
                    censusInterval);
        }
        return certain;
    }

    /**
     * The result for the missing entries.
     *
     * @param deleted the ids that do not exist according to the service
     * @param elsewhere the entries that exist, either on another day or missed by a list that changed during reading
     */
    record Found(List<String> deleted, List<ObservedEntry> elsewhere) {}
}
