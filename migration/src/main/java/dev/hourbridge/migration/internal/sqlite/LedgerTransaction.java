package dev.hourbridge.migration.internal.sqlite;

/**
 * A transaction of the ledger. It exists only while the work given to {@code Ledger.write} runs, which can run more
 * than once: it changes nothing but the ledger, and calls no service.
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

    /** Returns the changes of entries. */
    public EntryChanges entries() {
        return entries;
    }

    /** Returns the changes of rows that are not of entries. */
    public RowChanges rows() {
        return rows;
    }

    /** Returns the changes of the plan. */
    public PlanChanges plan() {
        return plan;
    }

    /** Returns the changes of planned updates and deletions. */
    public ChangeRecorder changes() {
        return changes;
    }

    /** Returns the changes of what verify found. */
    public VerifyChanges verification() {
        return verification;
    }

    /** Closes the ledger after everything was undone: nothing is planned or sent in it again. */
    public void close() {
        seal.close();
    }

    /** Seals the plan again, after what became of an entry changed it. */
    public void reseal() {
        seal.resealPlan();
    }

    /**
     * Seals the plan: from now on the ledger is invalid if the plan in it is another.
     *
     * @param contentDigest the digest of mapping and policy
     */
    public void seal(String contentDigest) {
        seal.seal(contentDigest);
    }
}
