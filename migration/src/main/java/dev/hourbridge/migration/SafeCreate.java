package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.TargetClients;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import dev.hourbridge.migration.internal.sqlite.TemporaryLedger;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Sleeper;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Creates single entries, and determines whether an entry was created if the response is lost. It works in the same way
 * as a migration. It lists the existing rows and sends one POST. After a lost response, it waits for the settle time
 * and lists the rows again. It never sends an entry twice.
 *
 * <!-- with: TimeTracker teamwork, NewTimeEntry entry -->
 * <pre>{@code
 * SafeCreate safeCreate = SafeCreate.builder().target(teamwork).build();
 * SafeCreate.Result result = safeCreate.create(entry);
 * if (result instanceof SafeCreate.InDoubt inDoubt) {
 *   inDoubt.candidates().forEach(row -> System.out.println("Possible match: " + row.id().id()));
 * }
 * }</pre>
 *
 * <p>Each create lists the rows of all people whose rows the credentials can read, for about 7 days around the entry's
 * day and for the days around today. A row that existed before is never treated as the entry, even if it is equal. If
 * an earlier process may have sent the entry, look for it first. There are two limitations, as with a migration. If a
 * row of another user is equal to the entry and appears between the two lists, it is treated as the entry. A create
 * that the service carries out after the settle time is not detected.
 *
 * <p>Thread-safe. Creates in one account run one after another, including those of other instances in the same process:
 * while one waits for the settle time, the others wait as well.
 */
public final class SafeCreate {
    private static final System.Logger LOG = System.getLogger("dev.hourbridge.migration");

    /** Two equal entries that are in doubt at a time could both be taken for one row. */
    private static final Map<Account, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final TargetClients target;
    private final Policy policy;
    private final Clock clock;
    private final Sleeper sleeper;
    private final StateDirectory state;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    SafeCreate(TimeTracker target, Policy policy, Clock clock, Sleeper sleeper, Path stateDirectory) {
        this.target = new TargetClients(target, Map.of());
        this.policy = policy;
        this.clock = clock;
        this.sleeper = sleeper;
        this.state = new StateDirectory(stateDirectory, clock, this::warnOnce);
    }

    /** Returns a builder. */
    public static SafeCreateBuilder builder() {
        return new SafeCreateBuilder();
    }

    /** The result of a create. */
    public sealed interface Result permits Created, Recovered, InDoubt {}

    /**
     * The service created the entry and returned its id.
     *
     * @param id the id of the entry
     */
    public record Created(TimeEntryId id) implements Result {}

    /**
     * The response was lost or had no id, but the service lists the entry.
     *
     * @param id the id of the entry
     */
    public record Recovered(TimeEntryId id) implements Result {}

    /**
     * The response was lost or had no id, and no listed row is equal to the entry.
     *
     * @param reason what is known
     * @param candidates new rows that may be the entry, changed by the service or by another user; unmodifiable
     */
    public record InDoubt(Reason reason, List<TimeEntry> candidates) implements Result {
        /** Creates a result. */
        public InDoubt {
            candidates = List.copyOf(candidates);
        }
    }

    /** What is known about an entry in doubt. */
    public enum Reason {
        /** There are candidates. The user decides whether one of them is the entry. */
        CANDIDATES,
        /** The service accepted the entry but does not list it. Do not send it again. */
        ACCEPTED,
        /** The list could not be read, or lacks rows that must be in it, so it proves nothing. */
        LIST_INCOMPLETE,
        /** The complete list has no row that can be the entry. You can send the entry again. */
        ABSENT
    }

    /**
     * Creates an entry. Waits for the settle time if the response is lost.
     *
     * @param entry the entry; its person is required unless {@link dev.hourbridge.model.Capabilities#owner()} is known
     * @throws dev.hourbridge.model.InvalidInputException if the service cannot store the entry; nothing was sent
     * @throws dev.hourbridge.model.HourbridgeException if nothing was created: the rows could not be listed, or the
     *     outcome is {@link WriteOutcome#NOT_SENT} or {@link WriteOutcome#REJECTED}, including after throttling
     * @throws CallInterruptedException if the thread was interrupted; its {@link CallInterruptedException#outcome()} is
     *     {@link WriteOutcome#IN_DOUBT} if the entry may have been sent
     * @throws LedgerException if a temporary file cannot be created or written; if this happens after the POST, the
     *     outcome is unknown
     */
    public Result create(NewTimeEntry entry) {
        PlannedContent content = SingleEntry.plan(entry, target.capabilities());
        ReentrantLock lock = LOCKS.computeIfAbsent(target.account(), account -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SingleEntry.interrupted(WriteOutcome.NOT_SENT);
        }
        MigrationContext run = context(content);
        try (TemporaryLedger temporary =
                TemporaryLedger.open(run.ledgerHeader(), target.account(), target.capabilities(), state)) {
            return new SingleEntry(run, temporary.ledger(), content).create();
        } finally {
            lock.unlock();
        }
    }

    private void warnOnce(String message) {
        if (!hasWarned.getAndSet(true)) {
            LOG.log(System.Logger.Level.WARNING, message);
        }
    }

    private MigrationContext context(PlannedContent content) {
        LocalDate day = content.create().workTime().localDate();
        // The entry has no source. Its account is only compared with the trailers of rows, which are of other entries.
        return new MigrationContext(
                target.main(),
                target,
                day,
                day,
                Mapping.builder().build(),
                EntryFilter.all(),
                policy,
                clock,
                sleeper,
                progress -> {});
    }
}
