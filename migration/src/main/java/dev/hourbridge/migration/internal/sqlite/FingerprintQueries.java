package dev.hourbridge.migration.internal.sqlite;

import static dev.hourbridge.migration.EntryState.INTENT;
import static dev.hourbridge.migration.EntryState.IN_DOUBT;
import static dev.hourbridge.migration.EntryState.PLANNED;
import static dev.hourbridge.migration.EntryState.REJECTED;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds entries by fingerprint, to match them with rows of the target.
 *
 * <p>Many entries can share a fingerprint, such as the same meeting on the same day. The methods therefore return the
 * entries in a fixed order, and callers pair them with rows one by one.
 */
public final class FingerprintQueries {
    private final Database database;
    private final EntryReader reader;

    FingerprintQueries(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** Returns the entries with a loose fingerprint that an apply started to send but that were never sent. */
    public List<PlannedEntry> begunToSend(String looseFingerprint) {
        return reader.where(
                "loose_fingerprint = ? AND begun = 1 AND doubted = 0 AND sent = 0 AND +state " + Sql.is(PLANNED),
                looseFingerprint);
    }

    /** Returns the fingerprints of the entries in doubt. */
    public Set<String> inDoubt() {
        return new HashSet<>(
                database.queryTexts("SELECT fingerprint AS value FROM entry WHERE state " + Sql.is(IN_DOUBT)));
    }

    /** Returns the number of entries with a fingerprint that are in doubt. */
    public long countInDoubt(String fingerprint) {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE fingerprint = ? AND state " + Sql.is(IN_DOUBT), fingerprint);
    }

    /**
     * Returns the number of entries with a fingerprint that are in doubt or were about to be sent when the process
     * ended.
     */
    public long countUnexplained(String fingerprint) {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE fingerprint = ? AND state " + Sql.in(INTENT, IN_DOUBT),
                fingerprint);
    }

    /** Returns whether an entry has this fingerprint. */
    public boolean exists(String fingerprint) {
        return database.exists("SELECT 1 FROM entry WHERE fingerprint = ?", fingerprint);
    }

    /** Returns whether an entry with a fingerprint was to be sent by an apply that has started, but was not sent. */
    public boolean hasBegunToSend(String fingerprint) {
        return database.exists(
                "SELECT 1 FROM entry WHERE fingerprint = ? AND begun = 1 AND doubted = 0 AND sent = 0 AND +state "
                        + Sql.is(PLANNED),
                fingerprint);
    }

    /** Returns an entry with a fingerprint that was ever in doubt. */
    public Optional<PlannedEntry> onceInDoubt(String fingerprint) {
        return reader.where("fingerprint = ? AND doubted = 1 LIMIT 1", fingerprint).stream()
                .findFirst();
    }

    /** Returns the entries with a fingerprint that were sent and have no row, those to be sent again first. */
    public List<PlannedEntry> sentWithoutRow(String fingerprint) {
        return reader.where(
                "fingerprint = ? AND +state " + Sql.in(PLANNED, REJECTED)
                        + " AND (doubted = 1 OR sent > 0) ORDER BY +state, seq",
                fingerprint);
    }

    /**
     * Returns the entries with a fingerprint and a higher number that are to be sent and were never in doubt, in order.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     * @param limit the maximum number of entries
     */
    public List<PlannedEntry> equalToSend(String fingerprint, boolean isPlain, long afterSeq, int limit) {
        // The unary plus keeps SQLite from scanning all planned entries in order.
        return reader.where(
                (isPlain ? "plain_fingerprint" : "fingerprint") + " = ? AND +state " + Sql.is(PLANNED)
                        + " AND doubted = 0 AND +seq > ? ORDER BY seq LIMIT ?",
                fingerprint,
                afterSeq,
                limit);
    }

    /**
     * Returns an entry with a fingerprint that has adopted a row.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     */
    public Optional<PlannedEntry> equalAdopted(String fingerprint, boolean isPlain) {
        return reader
                .where(
                        (isPlain ? "plain_fingerprint" : "fingerprint") + " = ? AND held = ? ORDER BY seq LIMIT 1",
                        fingerprint,
                        EntryState.ADOPTED.name())
                .stream()
                .findFirst();
    }

    /**
     * Returns the number of an entry to which a row is equal and that was first sent before a list showed the row, has
     * adopted another row, or was to be sent when no list showed the row.
     *
     * @param isPlain whether to compare the fingerprint without the trailer
     * @param listing the first list that showed the row; the greatest number for none
     */
    public Optional<Long> equalTo(String fingerprint, boolean isPlain, long listing) {
        return database.queryFirst(
                "SELECT seq FROM entry WHERE " + (isPlain ? "plain_fingerprint" : "fingerprint")
                        + " = ?1 AND ((first_listing > 0 AND first_listing < ?2) OR held = ?3"
                        + " OR (begun = 1 AND first_listing = 0 AND ?2 = ?4)) ORDER BY seq LIMIT 1",
                row -> row.whole("seq"),
                fingerprint,
                listing,
                EntryState.ADOPTED.name(),
                Long.MAX_VALUE);
    }
}
