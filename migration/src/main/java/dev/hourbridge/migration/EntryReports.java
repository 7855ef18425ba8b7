package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        EntryState state = EntryState.valueOf(row.getString("state"));
        Optional<String> reason = Optional.ofNullable(row.getString("reason"));
        return EntryReport.builder()
                .sourceId(row.getString("source_id"))
                .targetId(Optional.ofNullable(row.getString("target_id")))
                .state(state)
                .adopted(EntryState.ADOPTED.name().equals(row.getString("held")))
                .verdict(Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf))
                .person(row.getString("person"))
                .project(project(row))
                .task(orEmpty(row.getString("task")))
                .day(LocalDate.parse(row.getString("day")))
                .duration(Duration.ofSeconds(row.getLong("seconds")))
                .sourceDuration(Duration.ofSeconds(row.getLong("source_seconds"), row.getLong("source_nanos")))
                .note(row.getString("note"))
                .losses(row.getString("losses"))
                .differences(differs == null ? "" : differs)
                .fieldDifferences(FieldDifferences.fromText(row.getString("found")))
                .reason(reason)
                .notAttempted(state == EntryState.REFUSED
                        && reason.filter(text -> text.startsWith(Canary.NOT_ATTEMPTED))
                                .isPresent())
                .sourceChanged(row.getInt("source_changed") > 0)
                .build();
    }

    /** What was sent; where that is a task only, the project that it was seen in, or that was meant. */
    private static String project(ResultSet row) throws SQLException {
        @Nullable String sent = row.getString("project");
        @Nullable String task = row.getString("task");
        if (sent != null || task == null) {
            return orEmpty(sent);
        }
        @Nullable String seen = row.getString("seen_project");
        if (seen != null && task.equals(row.getString("seen_task"))) {
            return seen;
        }
        String group = row.getString("place_group");
        return group.equals(task) ? "" : group;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
