package dev.hourbridge.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the entries for reports, a page at a time. */
final class EntryReports {
    private static final int PAGE = 256;

    private EntryReports() {}

    static void forEach(Ledger ledger, Consumer<? super EntryReport> use) {
        long after = -1;
        while (true) {
            long[] last = new long[] {-1};
            List<EntryReport> page = ledger.database()
                    .list(
                            "SELECT * FROM entry WHERE seq > ? ORDER BY seq LIMIT " + PAGE,
                            row -> {
                                last[0] = row.getLong("seq");
                                return read(row);
                            },
                            after);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(use);
            after = last[0];
        }
    }

    private static EntryReport read(ResultSet row) throws SQLException {
        String differs = row.getString("differs");
        return EntryReport.builder()
                .sourceId(row.getString("source_id"))
                .targetId(Optional.ofNullable(row.getString("target_id")))
                .state(EntryState.valueOf(row.getString("state")))
                .verdict(Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf))
                .person(row.getString("person"))
                .project(row.getString("place_group"))
                .day(LocalDate.parse(row.getString("day")))
                .duration(Duration.ofSeconds(row.getLong("seconds")))
                .note(row.getString("note"))
                .losses(row.getString("losses"))
                .differences(differs == null ? "" : differs)
                .reason(Optional.ofNullable(row.getString("reason")))
                .sourceChanged(row.getInt("source_changed") > 0)
                .build();
    }
}
