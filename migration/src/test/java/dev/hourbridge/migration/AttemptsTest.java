package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.WriteOutcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ledger records each attempt to write, and what was sent before a later plan replaced it. */
class AttemptsTest extends EngineTest {

    private List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + world.ledger);
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    @Test
    void eachAttemptIsRecordedWithItsOutcome() throws Exception {
        world.from.add(world.entry(1, DAY, 30, "three attempts"));
        plan();
        world.target.answer = (number, entry) -> switch (number) {
            case 1 ->
                throw new ConnectionException(failed(WriteOutcome.NOT_SENT).build());
            case 2 ->
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            default -> world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(query("SELECT outcome FROM attempt ORDER BY id")).containsExactly("NOT_SENT", "IN_DOUBT", "CREATED");
        assertThat(query("SELECT DISTINCT operation || marker || revision FROM attempt"))
                .containsExactly("CREATENONE1");
        List<String> started = query("SELECT started_at FROM attempt ORDER BY id");
        assertThat(started).isSorted().doesNotHaveDuplicates();
        assertThat(query("SELECT count(*) FROM attempt WHERE ended_at < started_at"))
                .containsExactly("0");
    }

    @Test
    void anAttemptThatTheProcessDidNotSurviveHasNoOutcome() throws Exception {
        world.from.add(world.entry(1, DAY, 30, "killed"));
        plan();
        world.target.answer = (number, entry) -> {
            throw new Crash();
        };
        try (Migration migration = world.migration()) {
            migration.apply();
        } catch (Crash end) {
            // The process.
        }
        assertThat(query("SELECT coalesce(outcome, '') FROM attempt")).containsExactly("");
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(query("SELECT coalesce(outcome, '') FROM attempt ORDER BY id"))
                .containsExactly("", "CREATED");
    }

    @Test
    void whatWasSentIsKeptWhenALaterPlanReplacesIt() throws Exception {
        world.from.add(world.entry(1, DAY, 30, "rejected"));
        plan();
        world.target.answer = (number, entry) -> {
            throw new RejectedException(
                    failed(WriteOutcome.REJECTED).status(422).build(), List.of());
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        world.mapping =
                Mapping.builder().defaultPerson("1").defaultProject("118").build();
        plan();
        assertThat(query("SELECT project || '/' || revision FROM former_content"))
                .containsExactly("111/1");
        assertThat(query("SELECT project || '/' || revision FROM entry")).containsExactly("118/2");
        // Not sent in the meantime: nothing more to keep.
        plan();
        assertThat(query("SELECT project || '/' || revision FROM former_content"))
                .containsExactly("111/1");
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(query("SELECT outcome || '/' || revision FROM attempt ORDER BY id"))
                .containsExactly("REJECTED/1", "CREATED/2");
    }
}
