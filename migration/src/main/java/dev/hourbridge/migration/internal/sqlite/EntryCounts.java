package dev.hourbridge.migration.internal.sqlite;

import static dev.hourbridge.migration.EntryState.DELETED;
import static dev.hourbridge.migration.EntryState.INTENT;
import static dev.hourbridge.migration.EntryState.PLANNED;
import static dev.hourbridge.migration.EntryState.REJECTED;

import dev.hourbridge.migration.ChangeState;
import dev.hourbridge.migration.EntryState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts entries and totals their durations.
 *
 * <p>Counts of the plan are based on {@link LatestPlan}: an entry with a planned update counts as it will be after the
 * update.
 */
public final class EntryCounts {
    private final Database database;

    EntryCounts(Database database) {
        this.database = database;
    }

    /** Returns whether an entry that was sent again or was ever in doubt has not been covered by a sweep since. */
    public boolean hasUnswept() {
        return database.exists("SELECT 1 FROM entry WHERE swept = 0");
    }

    /** Returns whether a person has an entry on a day. */
    public boolean hasBucket(String person, LocalDate day) {
        return database.exists("SELECT 1 FROM entry WHERE person = ? AND day = ?", person, day.toString());
    }

    /** Returns the number of entries. */
    public long count() {
        return database.queryLong("SELECT count(*) AS value FROM " + LatestPlan.REMAINING);
    }

    /** Returns the number of entries in a state. */
    public long count(EntryState state) {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE state = ?", state.name());
    }

    /** Returns the number of entries in each state, without states that have no entries. */
    public Map<EntryState, Long> countByState() {
        Map<EntryState, Long> states = new EnumMap<>(EntryState.class);
        database.queryAll(
                "SELECT state, count(*) AS entries FROM entry GROUP BY state",
                row -> states.put(row.parsed("state", EntryState::valueOf), row.whole("entries")));
        return states;
    }

    /** Returns the number of rejected entries that were not sent because similar ones were rejected. */
    public long countNotAttempted() {
        return database.queryLong(
                "SELECT count(*) AS value FROM entry WHERE state " + Sql.is(REJECTED) + " AND not_attempted = 1");
    }

    /** Returns the number of entries that existed on the target before, or that still do if verified. */
    public long countAdopted() {
        return database.queryLong("SELECT count(*) AS value FROM entry WHERE held = ?", EntryState.ADOPTED.name());
    }

    /** Returns the number of entries created or recovered so far. */
    public long countDone() {
        return database.queryLong("SELECT " + EntryChanges.DONE + " AS value");
    }

    /** Returns whether nothing was sent and nothing was adopted. */
    public boolean isUntouched() {
        return !database.exists("SELECT 1 FROM entry WHERE attempts > 0 OR target_id IS NOT NULL");
    }

    /** Returns whether anything was sent or adopted, under this plan or an earlier one. */
    public boolean isBegun() {
        return database.exists("SELECT 1 FROM entry WHERE state " + Sql.isNot(PLANNED) + " OR doubted = 1");
    }

    /** Returns whether an entry was about to be sent when the process ended. */
    public boolean hasIntent() {
        return count(INTENT) > 0;
    }

    /** Returns all people of the target for whom the plan has entries. */
    public List<String> people() {
        return database.queryTexts("SELECT person AS value FROM entry WHERE state " + Sql.isNot(DELETED)
                + " UNION SELECT person FROM change WHERE state " + Sql.isNot(ChangeState.NOT_UPDATABLE)
                + " ORDER BY value");
    }

    /** Returns the total duration at the source. */
    public Duration sourceDuration() {
        return database.queryFirst(
                        "SELECT coalesce(sum(source_seconds), 0) AS seconds, total(source_nanos) AS nanos FROM "
                                + LatestPlan.REMAINING,
                        row -> row.seconds("seconds", "nanos"))
                .orElse(Duration.ZERO);
    }

    /** Returns the total duration as planned. */
    public Duration plannedDuration() {
        return Duration.ofSeconds(database.queryLong("SELECT sum(seconds) AS value FROM " + LatestPlan.REMAINING));
    }

    /** Returns the number of rounded durations. */
    public long countRounded() {
        return database.queryLong("SELECT count(*) AS value FROM " + LatestPlan.REMAINING
                + " WHERE seconds <> source_seconds OR source_nanos > 0");
    }
}
