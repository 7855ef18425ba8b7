package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.CanaryState;
import dev.hourbridge.migration.internal.entry.PersonPlace;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import java.util.List;
import java.util.Set;

/**
 * Finds the entries from which canaries are chosen.
 *
 * <p>SQLite groups all rows from which a canary is chosen, so a plan of 100,000 entries needs no more memory than one
 * of ten.
 */
public final class CanaryQueries {
    private final Database database;
    private final EntryReader reader;

    CanaryQueries(Database database, EntryReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /**
     * The entry with the longest note among those with the same features.
     *
     * @param seq the number of the entry
     * @param place its person and group
     * @param features the features that it tests
     * @param noteLength the length of its note, in code points
     * @param wasTried whether it was sent before
     */
    public record Candidate(
            long seq, PersonPlace place, Set<CanaryFeature> features, int noteLength, boolean wasTried) {}

    /**
     * Canaries with the same features that were read back unchanged.
     *
     * @param noteLength the length of the longest note, in code points
     * @param count the number of these canaries
     */
    public record Confirmed(PersonPlace place, Set<CanaryFeature> features, int noteLength, int count) {}

    /** Returns the canaries that are on the target and that no process has read back unchanged. */
    public List<PlannedEntry> unconfirmed() {
        return reader.where("canary " + Sql.in(CanaryState.SENT, CanaryState.CONFLICT) + " AND held " + Sql.CREATED_HERE
                + " AND state " + Sql.notIn(EntryState.UNDONE, EntryState.DELETED) + " ORDER BY seq");
    }

    /** Returns the people and groups for which something is to be sent. */
    public List<PersonPlace> places() {
        return database.queryAll(
                "SELECT DISTINCT person, place_group FROM entry WHERE state " + Sql.is(EntryState.PLANNED)
                        + " ORDER BY 1, 2",
                row -> new PersonPlace(row.text("person"), row.text("place_group")));
    }

    /** Returns the features that canaries have confirmed. */
    public List<Confirmed> confirmed() {
        return database.queryAll(
                "SELECT person, place_group, features, max(length(note)) AS length, count(*) AS canaries FROM entry"
                        + " WHERE canary " + Sql.is(CanaryState.CONFIRMED) + " GROUP BY person, place_group, features",
                row -> new Confirmed(
                        new PersonPlace(row.text("person"), row.text("place_group")),
                        row.parsed("features", EntryColumns::features),
                        row.count("length"),
                        row.count("canaries")));
    }

    /** Returns the features that the canaries of a person and group have confirmed. */
    public List<Candidate> confirmed(PersonPlace place) {
        return candidates("canary " + Sql.is(CanaryState.CONFIRMED), place);
    }

    /** Returns the entries to be sent, without those that cannot be distinguished from a create in doubt. */
    public List<Candidate> open(PersonPlace place) {
        return candidates(
                "state " + Sql.is(EntryState.PLANNED)
                        + " AND NOT EXISTS (SELECT 1 FROM entry d WHERE d.fingerprint = entry.fingerprint AND d.state "
                        + Sql.is(EntryState.IN_DOUBT) + ")",
                place);
    }

    /** SQLite takes the other columns from the row of the maximum. */
    private List<Candidate> candidates(String condition, PersonPlace place) {
        return database.queryAll(
                "SELECT seq, features, max(length(note)) AS length, attempts > 0 AS tried FROM entry WHERE person = ?"
                        + " AND place_group = ? AND " + condition + " GROUP BY features, attempts > 0",
                row -> new Candidate(
                        row.whole("seq"),
                        place,
                        row.parsed("features", EntryColumns::features),
                        row.count("length"),
                        row.flag("tried")),
                place.person(),
                place.group());
    }
}
