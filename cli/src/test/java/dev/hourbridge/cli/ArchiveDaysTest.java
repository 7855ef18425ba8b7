package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of a file without a range is one of all days, and a source for any of them. */
final class ArchiveDaysTest {
    private static final String RANGE = "range: { from: 2024-01-01, to: 2024-12-31 }\n";

    @TempDir
    Path directory;

    private Bench bench;
    private String file;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(2);
        for (int year : new int[] {1999, 2031}) {
            bench.source.add(StoredLiveTimerEntry.durationOnly(Bench.WALTER, LocalDate.of(year, 5, 6), 30)
                    .projectId(29)
                    .note("Of " + year)
                    .build());
        }
        file = bench.path("hours.jsonl").toString();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void allDaysAreWrittenWithoutARange() throws IOException {
        CommandRun archive = bench.replace(RANGE, "").run("archive", "--to", file, "--json");

        assertThat(archive.code()).as(archive.err()).isZero();
        JsonNode json = new JsonMapper().readTree(archive.out());
        assertThat(json.path("entries").asInt()).isEqualTo(4);
        assertThat(json.has("firstDay") || json.has("lastDay")).isFalse();
    }

    @Test
    void anyDaysOfItAreASource() {
        assertThat(bench.replace(RANGE, "").run("archive", "--to", file).code()).isZero();
        String source = bench.yaml().substring(0, bench.yaml().indexOf("target:"));
        bench.replace(source, "source: { service: archive, file: " + file + " }\n")
                .replace("map:\n", "range: { from: 2031-01-01, to: 2031-12-31 }\nmap:\n");

        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.out() + migrate.err()).isZero();
        assertThat(bench.target.entries())
                .singleElement()
                .satisfies(row -> assertThat(row.description()).isEqualTo("Of 2031"));
    }
}
