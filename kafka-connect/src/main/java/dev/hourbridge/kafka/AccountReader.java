package dev.hourbridge.kafka;

import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one account, pass after pass: the first read of each day, then the youngest days again, and from time to time the
 * older months. Compares what is listed with what was sent, by content. Not safe for use by several threads at once.
 */
final class AccountReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

    private final String name;
    private final SourceSettings settings;
    private final TimeTracker tracker;
    private final Clock clock;
    private final ZoneId zone;
    private final RecordValues values;
    private final BatchWriter writer;
    private final PassPlanner planner;
    private final AccountMetrics metrics;
    private final Map<MonthPartition, MonthState> states;
    private final MissingEntries missing;
    private final Deque<PassPlanner.Range> work = new ArrayDeque<>();
    private final Deque<Batch> ready = new ArrayDeque<>();
    private final Set<MonthPartition> reportedTooLarge = new HashSet<>();
    private Instant due;
    private Instant censusDue;

    /**
     * Creates a reader that resumes from committed offsets.
     *
     * @param states the state of each month that has an offset; empty for a new account
     * @param clock the time that decides which days are young
     */
    AccountReader(
            String name,
            SourceSettings settings,
            TimeTracker tracker,
            Map<MonthPartition, MonthState> states,
            AccountMetrics metrics,
            Clock clock) {
        this.name = name;
        this.settings = settings;
        this.tracker = tracker;
        this.states = new HashMap<>(states);
        this.metrics = metrics;
        this.clock = clock;
        zone = tracker.capabilities().zone().orElse(ZoneOffset.UTC);
        values = new RecordValues(settings.includeExtras());
        missing = new MissingEntries(name, settings, tracker, values, clock);
        writer = new BatchWriter(tracker.account(), settings);
        planner = new PassPlanner(settings, tracker);
        due = clock.instant();
        censusDue = due.plus(settings.censusInterval());
    }

    /** Returns the account's name in the configuration. */
    String name() {
        return name;
    }

    /** Returns when the next pass starts; a time in the past while one is under way. */
    Instant due() {
        return due;
    }

    /** Returns the figures of this account. */
    AccountMetrics metrics() {
        return metrics;
    }

    /**
     * Returns the next batch, reading as much as needed for it.
     *
     * @return empty if nothing is to be written before {@link #due()}
     */
    Optional<Batch> next() {
        while (ready.isEmpty()) {
            if (work.isEmpty() && !startPass()) {
                return Optional.empty();
            }
            PassPlanner.Range range = work.element();
            read(range);
            work.remove();
            if (work.isEmpty()) {
                due = clock.instant().plus(settings.pollInterval());
                metrics.passDone(clock.instant());
            }
        }
        Batch batch = ready.remove();
        metrics.sent(batch);
        return Optional.of(batch);
    }

    /** Drops the rest of the pass; the next one starts at the given time with what was not read. */
    void postpone(Instant until) {
        work.clear();
        due = until;
    }

    private boolean startPass() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean census = !now.isBefore(censusDue);
        if (census) {
            censusDue = now.plus(settings.censusInterval());
        }
        work.addAll(planner.plan(states, today, census));
        if (work.isEmpty()) {
            due = now.plus(settings.pollInterval());
            return false;
        }
        return true;
    }

    private void read(PassPlanner.Range range) {
        MonthState state = states.computeIfAbsent(range.partition(), key -> new MonthState());
        if (range.purpose() == PassPlanner.Purpose.CENSUS && isUnchanged(range, state)) {
            return;
        }
        Map<String, ObservedEntry> listed = list(range);
        Instant readAt = clock.instant();
        List<EntryChange> changes = new ArrayList<>();
        List<ObservedEntry> movedAway = new ArrayList<>();
        changes.addAll(missing.deletions(range, state, listed, movedAway));
        for (ObservedEntry entry : listed.values()) {
            change(range, state, entry).ifPresent(changes::add);
        }
        int through =
                range.purpose() == PassPlanner.Purpose.FIRST_READ ? range.last().getDayOfMonth() : 0;
        ready.addAll(writer.write(range.partition(), state, changes, through, readAt));
        reportTooLarge(range.partition(), state);
        for (ObservedEntry entry : movedAway) {
            state.removed(entry.id());
            MonthPartition partition =
                    MonthPartition.of(tracker.account(), range.partition().project(), entry.day());
            MonthState other = states.computeIfAbsent(partition, key -> new MonthState());
            if (other.relation(entry) != MonthState.Relation.SAME
                    && !entry.day().isBefore(settings.startDate())) {
                ready.addAll(writer.write(
                        partition, other, List.of(EntryChange.of(EntryChange.Kind.UPDATED, entry)), 0, readAt));
            }
        }
        LOG.debug(
                "Account {}: read {} to {}, {} listed, {} changed.",
                name,
                range.first(),
                range.last(),
                listed.size(),
                changes.size());
    }

    /** Whether the service counts as many entries as were sent. A service without counts is listed instead. */
    private boolean isUnchanged(PassPlanner.Range range, MonthState state) {
        if (state.tooLarge()) {
            return true;
        }
        int known = state.idsBetween(range.first().getDayOfMonth(), range.last().getDayOfMonth())
                .size();
        return tracker.count(query(range)).stream().anyMatch(count -> count == known);
    }

    private Map<String, ObservedEntry> list(PassPlanner.Range range) {
        Map<String, ObservedEntry> listed = new LinkedHashMap<>();
        for (TimeEntry entry : tracker.list(query(range))) {
            ObservedEntry observed = ObservedEntry.of(entry, values);
            listed.put(observed.id(), observed);
        }
        return listed;
    }

    private TimeEntryQuery query(PassPlanner.Range range) {
        TimeEntryQuery.Builder query =
                TimeEntryQuery.builder().firstDay(range.first()).lastDay(range.last());
        if (!range.partition().project().isEmpty()) {
            query.project(ProjectRef.of(tracker.account(), range.partition().project()));
        }
        return query.build();
    }

    private Optional<EntryChange> change(PassPlanner.Range range, MonthState state, ObservedEntry entry) {
        return switch (state.relation(entry)) {
            case SAME -> Optional.empty();
            case CHANGED -> Optional.of(EntryChange.of(EntryChange.Kind.UPDATED, entry));
            case NEW -> {
                if (range.isSnapshot()) {
                    yield Optional.of(EntryChange.of(EntryChange.Kind.SNAPSHOT, entry));
                }
                yield Optional.of(EntryChange.of(
                        takeFromOthers(range.partition(), entry.id())
                                ? EntryChange.Kind.UPDATED
                                : EntryChange.Kind.CREATED,
                        entry));
            }
        };
    }

    /** Whether another month knew the entry: it was moved here. */
    private boolean takeFromOthers(MonthPartition here, String id) {
        boolean moved = false;
        for (Map.Entry<MonthPartition, MonthState> other : states.entrySet()) {
            if (!other.getKey().equals(here) && other.getValue().knows(id)) {
                other.getValue().removed(id);
                moved = true;
            }
        }
        return moved;
    }

    private void reportTooLarge(MonthPartition partition, MonthState state) {
        if (state.tooLarge() && reportedTooLarge.add(partition)) {
            LOG.warn(
                    "Account {}: {} has too many entries for an offset. After a restart its deletions are not seen, and edits by"
                            + " their change stamp only.",
                    name,
                    partition.month());
        }
    }

    @Override
    public void close() {
        tracker.close();
    }
}
