package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file that stores the plan and everything that was sent and seen since. Locked against every other process until
 * it is closed. Thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private final Path file;
    private final Database database;
    private final LedgerHeader header;
    private final ChangeCounter counter;
    private final Seal seal;
    private final EntryReader reader;
    private final LedgerTransaction transaction;
    private final EntryQueries entries;
    private final FingerprintQueries fingerprints;
    private final AttemptQueries attempts;
    private final EntryCounts counts;
    private final CanaryQueries canaries;
    private final RowQueries rows;
    private final PlanQueries plan;
    private final ChangeQueries changes;
    private final VerifyQueries verification;

    private Ledger(
            Path file, Database database, LedgerHeader header, Seal seal, ChangeCounter counter, EntryReader reader) {
        this.file = file;
        this.database = database;
        this.header = header;
        this.seal = seal;
        this.counter = counter;
        this.reader = reader;
        this.transaction = new LedgerTransaction(database, reader, seal);
        this.entries = new EntryQueries(database, reader);
        this.fingerprints = new FingerprintQueries(database, reader);
        this.attempts = new AttemptQueries(database);
        this.counts = new EntryCounts(database);
        this.canaries = new CanaryQueries(database, reader);
        this.rows = new RowQueries(database);
        this.plan = new PlanQueries(database);
        this.changes = new ChangeQueries(database, reader);
        this.verification = new VerifyQueries(database);
    }

    /**
     * Opens a ledger, or creates it. A ledger of an earlier version is upgraded, after it has been copied.
     *
     * @param header what the ledger must belong to: services, accounts, range
     * @param target the account of the ids in entries to create
     * @param capabilities the capabilities of the target
     * @param hook called around each write
     * @param state the location of the number of its changes
     */
    public static Ledger open(
            Path file,
            Map<String, String> header,
            Account target,
            Capabilities capabilities,
            LedgerWriteHook hook,
            StateDirectory state) {
        Database database = new Database(file, hook);
        try {
            LedgerHeader found = new LedgerHeader(file, database);
            boolean isNew = found.prepare(header);
            ChangeCounter counter =
                    new ChangeCounter(state, found.id(), file, header.getOrDefault(LedgerHeader.TARGET, ""));
            Ledger ledger = new Ledger(
                    file,
                    database,
                    found,
                    new Seal(database, header.getOrDefault(LedgerHeader.RANGE_KEY, "")),
                    counter,
                    new EntryReader(database, target, capabilities));
            counter.open(found.changes());
            database.onCommit((changes, kinds) -> counter.set(changes, kinds.contains(LedgerWriteHook.Write.INTENT)));
            if (isNew) {
                ledger.markNewest();
            }
            return ledger;
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /**
     * Runs changes in a transaction, which is durable when this method returns and has changed nothing if it throws.
     * Changes of several threads become durable together, so the work can run more than once.
     */
    public void write(LedgerWriteHook.Write kind, Consumer<LedgerTransaction> work) {
        database.write(kind, () -> work.accept(transaction));
    }

    /** Runs changes as {@link #write} does, and returns the result of the work. */
    public <T> T writeAndGet(LedgerWriteHook.Write kind, Function<LedgerTransaction, T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        database.write(kind, () -> result.set(work.apply(transaction)));
        return Objects.requireNonNull(result.get());
    }

    /**
     * Returns whether this is known to be the newest copy of the ledger, because the user's state directory contains
     * the number of its newest change.
     */
    public boolean isNewest() {
        return counter.isOpen();
    }

    /** Stores the number of the newest change from now on, so older copies can be detected. */
    public void markNewest() {
        counter.create(header.changes());
    }

    /**
     * Returns whether another ledger of this user sent something to the same account after the list that preceded an
     * entry's first create. Equal rows may belong to that ledger.
     */
    public boolean isAnotherSending(PlannedEntry entry) {
        return counter.isAnotherSending(attempts.firstAttemptAfterList(entry));
    }

    /** Closes the ledger, and deletes its file and the data stored separately. */
    public void delete() {
        counter.delete();
        close();
        LedgerFile.delete(file);
    }

    /** Returns the queries for entries. */
    public EntryQueries entries() {
        return entries;
    }

    /** Returns the queries for entries by fingerprint. */
    public FingerprintQueries fingerprints() {
        return fingerprints;
    }

    /** Returns the queries for what was sent and when. */
    public AttemptQueries attempts() {
        return attempts;
    }

    /** Returns the counts and sums of entries. */
    public EntryCounts counts() {
        return counts;
    }

    /** Returns the queries for canaries. */
    public CanaryQueries canaries() {
        return canaries;
    }

    /** Returns the queries for rows of the target. */
    public RowQueries rows() {
        return rows;
    }

    /** Returns the queries for the plan. */
    public PlanQueries plan() {
        return plan;
    }

    /**
     * Returns the queries for the entries to be created.
     *
     * @param adoptsRows whether rows that are equal to entries are adopted
     */
    public CreateQueries creates(boolean adoptsRows) {
        return new CreateQueries(database, reader, adoptsRows);
    }

    /** Returns the queries for planned updates and deletions. */
    public ChangeQueries changes() {
        return changes;
    }

    /** Returns the queries for what verify found. */
    public VerifyQueries verification() {
        return verification;
    }

    /**
     * Begins a plan.
     *
     * @param only the source ids of the entries to plan; empty for those of the last plan, or for everything
     * @throws dev.hourbridge.model.InvalidInputException if entries are named and the last plan covers everything
     */
    public PlanStaging stagePlan(Set<String> only) {
        return new PlanStaging(database, reader, plan, only, hasPlan());
    }

    /** Begins the changes of the plan begun by {@link #stagePlan}. */
    public ChangeStaging stageChanges() {
        return new ChangeStaging(database, reader);
    }

    /** Begins a verify. */
    public VerifyStaging stageVerification() {
        return new VerifyStaging(database);
    }

    /** Begins a list of the target's rows. */
    public ListedRows listRows() {
        return new ListedRows(database);
    }

    /** Returns whether a plan is recorded. */
    public boolean hasPlan() {
        return seal.hasPlan();
    }

    /** Returns whether an undo of all entries closed the ledger. */
    public boolean isClosed() {
        return seal.isClosed();
    }

    /** Returns the digest of the recorded plan. */
    public String planDigest() {
        return seal.planDigest();
    }

    /**
     * Throws unless the ledger contains the plan as recorded, made with this mapping and policy.
     *
     * @throws dev.hourbridge.migration.LedgerException if it does not
     */
    public void requirePlan(String contentDigest) {
        seal.requirePlan(contentDigest);
    }

    /**
     * Throws unless the ledger contains the plan as recorded, and only states that the engine leaves.
     *
     * @throws dev.hourbridge.migration.LedgerException if it does not
     */
    public void requireIntactPlan() {
        seal.requireIntactPlan();
    }

    @Override
    public void close() {
        counter.close();
        database.close();
    }
}
