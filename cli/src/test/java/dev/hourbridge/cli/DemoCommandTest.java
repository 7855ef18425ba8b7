package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
    @TempDir
    Path directory;

    @Test
    void movesEveryEntryOnceThroughALostAnswerAndAThrottle() throws Exception {
        CommandRun demo = new CommandRun();

        assertThat(demo.run("demo", "--entries", "120", "--work-dir", directory.toString()))
                .as(demo.err())
                .isZero();

        assertThat(demo.lastLine())
                .startsWith("120 of 120 entries arrived with 121 POSTs, despite 1 lost response and 1 throttled "
                        + "request: 0 lost, 0"
                        + " duplicates, ");
        assertThat(demo.out()).contains("All 120 entries are on the target").contains("clock skipped");
        assertThat(Files.readString(directory.resolve("report.txt"))).contains("All 120 entries are on the target");
        assertThat(directory.resolve("report.json")).isNotEmptyFile();
    }

    @Test
    void canBeRepeatedInTheSameDirectory() {
        assertThat(new CommandRun().run("demo", "--entries", "20", "--work-dir", directory.toString()))
                .isZero();
        assertThat(new CommandRun().run("demo", "--entries", "20", "--work-dir", directory.toString()))
                .isZero();
    }

    @Test
    void refusesANumberOfEntriesThatIsOutOfBounds() {
        CommandRun demo = new CommandRun();

        assertThat(demo.run("demo", "--entries", "0")).isEqualTo(2);
        assertThat(demo.err()).contains("--entries");
    }
}
