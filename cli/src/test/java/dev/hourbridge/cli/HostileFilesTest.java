package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from another user that nest deeply, or take far more memory than bytes, and the command in a small heap. */
final class HostileFilesTest {
    private static final int MEGABYTES = 48;
    private static final int YAML = 4_000_000;
    private static final int LINE = 4_000_000;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void endWithAMessageAndWithoutAStackTrace() throws Exception {
        List<String> lines = List.of(
                "[".repeat(LINE),
                "{\"a\":".repeat(LINE / 5),
                "{\"source\":" + "[".repeat(900) + "]".repeat(900) + "}",
                "{\"source\":[" + "[],".repeat(LINE / 3 - 10) + "0]}",
                "{\"a\":[" + "{},".repeat(LINE / 3 - 10) + "0],\"source\":7}");
        for (String line : lines) {
            Files.writeString(bench.path("migration.yaml"), bench.yaml());
            Path rejects = Files.writeString(bench.path("x.jsonl"), line);
            SmallHeap.Result result = SmallHeap.run(MEGABYTES, bench, "plan", "--only", rejects.toString());
            assertThat(result.code()).as(result.text()).isEqualTo(2);
            assertThat(result.text()).contains("x.jsonl, line 1").doesNotContain("\tat ", "Error");
        }
        List<String> files = List.of(
                "source: " + "[".repeat(YAML - 20),
                "source: " + "{a: ".repeat(YAML / 4 - 20),
                "- ".repeat(YAML / 2 - 20),
                "source: &a [" + "*a,".repeat(YAML / 3 - 20) + "]",
                "source: [" + "[],".repeat(YAML / 3 - 20) + "]",
                "source: {" + "? {},".repeat(YAML / 5 - 20) + "}");
        for (String yaml : files) {
            Files.writeString(bench.path("migration.yaml"), yaml);
            SmallHeap.Result result = SmallHeap.run(MEGABYTES, bench, "plan");
            assertThat(result.code()).as(result.text()).isIn(1, 3);
            assertThat(result.text())
                    .startsWith("hourbridge: ")
                    .satisfiesAnyOf(
                            text -> assertThat(text).contains("migration.yaml:1: "),
                            text -> assertThat(text).contains("Not enough memory"))
                    .doesNotContain("\tat ", "Error");
        }
        Evidence.of(Area.SECRETS, "Configuration and rejects files that exhaust the parser")
                .tried("nesting of hundreds of thousands of levels, and 4 MB of empty lists and mappings, in a heap of "
                        + MEGABYTES + " MB")
                .result("one line that names the file or the full memory; no stack trace")
                .count(lines.size() + files.size());
    }
}
