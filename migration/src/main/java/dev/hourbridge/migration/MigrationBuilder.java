package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.TargetClients;
import dev.hourbridge.migration.internal.context.UserStateDirectory;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeTracker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Migration}. The source, the target, the range and the ledger are required. Everything else has a
 * default. Not thread-safe.
 *
 * <!-- with: TimeTracker liveTimer, TimeTracker teamwork -->
 * <pre>{@code
 * try (Migration migration = Migration.builder()
 *         .source(liveTimer)
 *         .target(teamwork)
 *         .range(LocalDate.of(2007, 1, 1), LocalDate.of(2007, 12, 31))
 *         .mapping(Mapping.builder().people(Map.of("17", "999")).defaultProject("26").build())
 *         .ledger(Path.of("2007.hbledger"))
 *         .build()) {
 *     MigrationPlan plan = migration.plan();
 *     if (plan.outcome() == Outcome.DONE) {
 *         System.out.println(migration.apply().states());
 *     }
 * }
 * }</pre>
 */
public final class MigrationBuilder {
    private final Map<String, TimeTracker> byPerson = new HashMap<>();
    private Mapping mapping = Mapping.builder().build();
    private EntryFilter filter = EntryFilter.all();
    private Policy policy = Policy.ofDefaults();
    private Clock clock = Clock.systemUTC();
    private Sleeper sleeper = Sleeper.system();
    private ProgressListener listener = progress -> {};
    private LedgerWriteHook hook = LedgerWriteHook.NONE;
    private @Nullable TimeTracker source;
    private @Nullable TimeTracker target;
    private @Nullable LocalDate firstDay;
    private @Nullable LocalDate lastDay;
    private @Nullable Path ledger;
    private @Nullable Path stateDirectory;

    MigrationBuilder() {}

    /** Sets the source of the entries. Required. The migration does not close the client. */
    public MigrationBuilder source(TimeTracker source) {
        this.source = source;
        return this;
    }

    /** Sets the target of the entries. Required. The migration does not close the client. */
    public MigrationBuilder target(TimeTracker target) {
        this.target = target;
        return this;
    }

    /**
     * Adds a client for one person, for a target whose credentials can write only the entries of their owner. The
     * client's {@link dev.hourbridge.model.Capabilities#owner} must be the person. For a LiveTimer client, set it with
     * {@code user(id)}. A person without a client must be the owner of the credentials of {@link #target}. The
     * migration does not close the client.
     *
     * @param personId the person's id on the target
     */
    public MigrationBuilder targetFor(String personId, TimeTracker target) {
        byPerson.put(personId, target);
        return this;
    }

    /**
     * Sets the range of days. The migration includes the entries whose local date is in the range. Required.
     *
     * @param firstDay the first day, inclusive
     * @param lastDay the last day, inclusive
     */
    public MigrationBuilder range(LocalDate firstDay, LocalDate lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        return this;
    }

    /** Sets the mapping from the source's ids to the target's ids. Default: an empty mapping. */
    public MigrationBuilder mapping(Mapping mapping) {
        this.mapping = mapping;
        return this;
    }

    /** Sets the filter that selects entries in the range. Default: {@link EntryFilter#all()}. */
    public MigrationBuilder filter(EntryFilter filter) {
        this.filter = filter;
        return this;
    }

    /** Sets the policy. Default: {@link Policy#ofDefaults()}. */
    public MigrationBuilder policy(Policy policy) {
        this.policy = policy;
        return this;
    }

    /** Sets the ledger file, which is created if it does not exist. Required. */
    public MigrationBuilder ledger(Path ledger) {
        this.ledger = ledger;
        return this;
    }

    /**
     * Sets the directory that stores the number of each ledger's newest change, separately from the ledger. This number
     * makes it possible to detect an older copy of a ledger. The directory is created if it does not exist. If it
     * cannot be written to, this is reported to {@link ProgressListener#onWarning} and the directory is not used.
     * Default: {@code hourbridge} in {@code XDG_STATE_HOME} or {@code ~/.local/state}; on macOS, in {@code
     * ~/Library/Application Support}; and on Windows, in {@code LOCALAPPDATA}.
     */
    public MigrationBuilder stateDirectory(Path stateDirectory) {
        this.stateDirectory = stateDirectory;
        return this;
    }

    /** Sets the clock for the ledger's timestamps. Default: the system clock in UTC. */
    public MigrationBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Sets the sleeper for waits between attempts and for the settle time. The remaining time of a wait is measured by
     * {@link System#nanoTime()}, which does not depend on the clock. Default: {@link Sleeper#system()}.
     */
    public MigrationBuilder sleeper(Sleeper sleeper) {
        this.sleeper = sleeper;
        return this;
    }

    /** Sets the listener for progress. Default: none. */
    public MigrationBuilder listener(ProgressListener listener) {
        this.listener = listener;
        return this;
    }

    /** Sets a hook that is called for the ledger's writes. */
    MigrationBuilder hook(LedgerWriteHook hook) {
        this.hook = hook;
        return this;
    }

    /**
     * Builds the migration. Opens no file and sends no request.
     *
     * @throws InvalidInputException if a required value is missing, the last day is before the first, or the source and
     *     the target are the same account
     */
    public Migration build() {
        TimeTracker from = required("source", source);
        TimeTracker to = required("target", target);
        LocalDate first = required("range", firstDay);
        LocalDate last = required("range", lastDay);
        if (last.isBefore(first)) {
            throw new InvalidInputException("range", "a last day before the first day", "swap the two");
        }
        if (from.account().equals(to.account())) {
            throw new InvalidInputException("target", "the same account as the source", "use a different account");
        }
        for (TimeTracker one : byPerson.values()) {
            if (!one.account().equals(to.account())) {
                throw new InvalidInputException("targetFor", "an account that is not the target's", "use one account");
            }
        }
        ProgressListener oneAtATime = new OneAtATime(listener);
        MigrationContext run = new MigrationContext(
                from,
                new TargetClients(to, Map.copyOf(byPerson)),
                first,
                last,
                mapping,
                filter,
                policy,
                clock,
                sleeper,
                oneAtATime);
        Path state = stateDirectory == null ? UserStateDirectory.ofProcess() : stateDirectory;
        return new Migration(
                run, required("ledger", ledger), hook, new StateDirectory(state, clock, oneAtATime::onWarning));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException(field, "no value", "set it");
        }
        return value;
    }

    /** Keeps the promise that a listener is called by one thread at a time. */
    private record OneAtATime(ProgressListener listener) implements ProgressListener {
        @Override
        public synchronized void onProgress(Progress progress) {
            listener.onProgress(progress);
        }

        @Override
        public synchronized void onWarning(String message) {
            listener.onWarning(message);
        }
    }
}
