package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads entries from the table {@code entry}.
 *
 * <p>References in an entry to create belong to the target's account, which the ledger does not repeat in each row.
 */
final class EntryReader {
    private final Database database;
    private final Account target;
    private final boolean sendsPerson;

    EntryReader(Database database, Account target, Capabilities capabilities) {
        this.database = database;
        this.target = target;
        this.sendsPerson = capabilities.writable().contains(EntryField.PERSON);
    }

    /** Returns the entries that satisfy a condition, which can end with an order and a limit. */
    List<PlannedEntry> where(String condition, @Nullable Object... arguments) {
        return database.queryAll("SELECT * FROM entry WHERE " + condition, this::entry, arguments);
    }

    /** Reads the content columns of a row. */
    PlannedContent content(Row row) throws SQLException {
        return EntryColumns.read(row, target, sendsPerson);
    }

    /** Reads an entry with its content, its state and its progress. */
    private PlannedEntry entry(Row row) throws SQLException {
        @Nullable String held = row.textOrNull("held");
        return new PlannedEntry(
                row.whole("seq"),
                content(row),
                row.parsed("state", EntryState::valueOf),
                new PlannedEntry.Progress(
                        row.count("attempts"),
                        row.count("revision"),
                        row.flag("accepted"),
                        row.flag("doubted"),
                        row.count("sent"),
                        row.flag("begun"),
                        row.whole("first_listing"),
                        row.flag("swept"),
                        row.flag("not_attempted"),
                        row.count("failures"),
                        row.whole("success_mark"),
                        row.textOrNull("target_id"),
                        EntryState.ADOPTED.name().equals(held),
                        row.textOrNull("canary_digest"),
                        row.optionalParsed("confirmed_stamp", Instant::parse).orElse(null),
                        row.textOrNull("reason")),
                new PlannedEntry.Seen(
                        row.optionalParsed("verdict", Verdict::valueOf),
                        row.optionalParsed("found", FieldDifferences::fromText).orElse(List.of()),
                        row.flag("source_changed"),
                        row.textOrNull("seen_digest"),
                        row.textOrNull("seen_project"),
                        row.textOrNull("seen_task")));
    }
}
