package dev.hourbridge.kafka;

import dev.hourbridge.model.TimeTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one account in passes. A pass reads changes, rereads the most recent days, reads days for the first time and,
 * at intervals, rereads the older days. Not thread-safe.
 *
 * <p>A pass consists of ranges of days. Each range is listed once and compared with the state of its partition, and the
 * differences become batches.
 */
final class AccountReader implements AutoCloseable {
    private final String name;
    private final SourceSettings settings;
    private final TimeTracker tracker;
    private final Clock clock;
    private final ZoneId zone;
    private final AccountState state;
    private final RangeReader ranges;
    private final PassPlanner planner;
    private final AccountMetrics metrics;
    private final Deque<PassPlanner.Range> work = new ArrayDeque<>();
    private final Deque<Batch> ready = new ArrayDeque<>();
    private Instant waitingSince;
    private Instant due;
    private Instant passStarted = Instant.EPOCH;
    private boolean isFirstPass = true;
    private boolean isCensus;

    /**
     * Creates a reader that resumes from committed offsets.
     *
     * @param stored the state of each month that has an offset; empty for a new account
     * @param clock the clock of this machine, used until the service states its time
     */
    AccountReader(
            String name,
            SourceSettings settings,
            TimeTracker tracker,
            Map<MonthPartition, MonthState> stored,
            AccountMetrics metrics,
            Clock clock) {
        this.name = name;
        this.settings = settings;
        this.tracker = tracker;
        this.metrics = metrics;
        this.clock = clock;
        zone = tracker.capabilities().zone().orElse(ZoneOffset.UTC);
        state = new AccountState(tracker.account(), stored, clock.instant());
        ranges = new RangeReader(name, settings, tracker, state, clock);
        planner = new PassPlanner(settings, tracker);
        due = clock.instant();
        waitingSince = due;
    }

    /** Returns the account's name in the configuration. */
    String name() {
        return name;
    }

    /** Returns the time until the next pass; zero or less during a pass. */
    Duration untilDue() {
        Instant now = clock.instant();
        return isDue(now) ? Duration.ZERO : Duration.between(now, due);
    }

    /** Returns the metrics of this account. */
    AccountMetrics metrics() {
        return metrics;
    }

    /**
     * Returns the next batch. Reads as much as needed for it.
     *
     * @return the batch; empty if there is nothing to write before the next pass
     */
    Optional<Batch> next() {
        while (ready.isEmpty()) {
            if (work.isEmpty() && !startPass()) {
                return Optional.empty();
            }
            ready.addAll(ranges.read(work.element()));
            work.remove();
            if (work.isEmpty()) {
                endPass();
            }
        }
        Batch batch = ready.remove();
        metrics.sent(batch);
        return Optional.of(batch);
    }

    /** Abandons the current pass. The next pass starts after a pause, with the ranges that were not read. */
    void postpone(Duration pause) {
        work.clear();
        waitFor(pause);
    }

    /** Plans the ranges of the next pass if it is due. */
    private boolean startPass() {
        Instant now = clock.instant();
        if (!isDue(now)) {
            return false;
        }
        passStarted = now;
        Instant time = serviceTime();
        isCensus = !time.isBefore(state.census().plus(settings.censusInterval()));
        ranges.startPass(isFirstPass || isCensus || !ranges.listsChanges());
        work.addAll(planner.plan(state, LocalDate.ofInstant(time, zone), ranges.listsChanges(), isCensus));
        if (work.isEmpty()) {
            waitFor(settings.pollInterval());
        }
        return !work.isEmpty();
    }

    private void endPass() {
        Duration taken = Duration.between(passStarted, clock.instant()).abs();
        Instant started = serviceTime().minus(taken);
        state.passDone(started.minus(AccountState.MARGIN), isCensus ? started : state.census());
        isFirstPass = false;
        metrics.passDone(clock.instant());
        waitFor(settings.pollInterval());
    }

    private void waitFor(Duration pause) {
        waitingSince = clock.instant();
        due = waitingSince.plus(pause);
    }

    /** Returns whether a pass is due. A clock that was set back also makes it due. */
    private boolean isDue(Instant now) {
        return !now.isBefore(due) || now.isBefore(waitingSince);
    }

    /** Returns the time of the service's clock, or of the local clock before the service's first response. */
    private Instant serviceTime() {
        return tracker.serverTime().orElseGet(clock::instant);
    }

    @Override
    public void close() {
        tracker.close();
    }
}
