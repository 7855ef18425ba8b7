package dev.hourbridge.migration.internal.sqlite;

/**
 * A transaction of the ledger. It exists only while the work given to {@code Ledger.write} runs. The work can run more
 * than once, so it changes only the ledger and calls no service.
 */
public final class LedgerTransaction {
    private final EntryChanges entries;
    private final RowChanges rows;
    private final PlanChanges plan;
    private final ChangeRecorder changes;
    private final VerifyChanges verification;
    private final Seal seal;

    LedgerTransaction(Database database, EntryReader reader, Seal seal) {
        AttemptChanges attempts = new AttemptChanges(database);
        this.changes = new ChangeRecorder(database, attempts);
        this.entries = new EntryChanges(database, attempts, changes);
        this.rows = new RowChanges(database);
        this.plan = new PlanChanges(database, changes);
        this.verification = new VerifyChanges(database, reader);
        this.seal = seal;
    }

    /** Returns the methods that change entries. */
    public EntryChanges entries() {
        return entries;
    }

    /** Returns the methods that change rows that belong to no entry. */
    public RowChanges rows() {
        return rows;
    }

    /** Returns the methods that change the plan. */
    public PlanChanges plan() {
        return plan;
    }

    /** Returns the methods that change planned updates and deletions. */
    public ChangeRecorder changes() {
        return changes;
    }

    /** Returns the methods that change the result of verify. */
    public VerifyChanges verification() {
        return verification;
    }

    /** Closes the ledger after everything was undone. Nothing is planned or sent with it again. */
    public void close() {
        seal.close();
    }

    /** Seals the plan again, after the outcome of an entry has changed it. */
    public void reseal() {
        seal.resealPlan();
    }

    /**
     * Seals the plan. From now on, the ledger is invalid if its plan changes.
     *
     * @param contentDigest the digest of mapping and policy
     */
    public void seal(String contentDigest) {
        seal.seal(contentDigest);
    }
}
