package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Requests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of the configuration that changes between two runs, and would rewrite rows that were sent. */
final class RemappedRunTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void send() {
        bench = new Bench(directory).withEntries(3).withDayEntry(26, "Without a start");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "existing: stop       | existing: stop\\n  rounding: step:50 | 4 entries | duration",
                "startPolicy: \"09:00\" | startPolicy: \"10:00\"               | 1 entry   | start",
                "project: \"999\"      | project: \"999\"\\n  billable: yes    | 4 entries | billable",
            })
    void isExitCode4UntilItIsWanted(String line, String changed, String rows, String field) {
        bench.replace("\n  " + line, "\n  " + changed.replace("\\n", "\n"));
        bench.target.requests().clear();

        CommandRun stopped = bench.run("migrate", "--yes");

        assertThat(stopped.code()).as(stopped.out() + stopped.err()).isEqualTo(4);
        assertThat(stopped.out())
                .contains(rows + ": to update: mapping changed")
                .contains("mapping changed: " + field);
        assertThat(stopped.out())
                .contains("Decision needed: " + rows + " mapped differently than when sent, and policy.remapped is");
        assertThat(updates()).isZero();

        bench.replace("existing: stop", "existing: stop\n  remapped: update");
        CommandRun wanted = bench.run("migrate", "--yes");

        assertThat(wanted.code()).as(wanted.out() + wanted.err()).isZero();
        assertThat(rows).startsWith(String.valueOf(updates()));
        assertThat(bench.run("migrate", "--yes").out()).startsWith("Nothing changed, and nothing was sent.");
    }

    private long updates() {
        return bench.target.requests().count(Requests.method("PUT"));
    }
}
