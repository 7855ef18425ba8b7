package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed, or whose disk is full, leaves the old archive or the new one, whole. */
class InterruptedWriterTest {
    private static final int KILLS = Boolean.getBoolean("hourbridge.full") ? 200 : 5;
    private static final int ENTRIES = 400;

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("hours.jsonl.gz");
    }

    @Test
    void aKilledProcessLeavesAWholeFile() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(List.of(), Integer.toString(Integer.MAX_VALUE));
            try (BufferedReader progress =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                // Several files, and then some entries of one.
                for (int lines = 2 * ENTRIES + random.nextInt(8 * ENTRIES); lines > 0; lines--) {
                    assertThat(progress.readLine()).as("seed %d", seed).isNotNull();
                }
                process.destroyForcibly().waitFor();
            }
            assertHoldsOneVersion("seed " + seed);
        }
    }

    @Test
    void aDiskThatIsFullLeavesTheOldFileAndNothingElse() throws Exception {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "a shell that can limit the size of files");
        assertThat(start(List.of(), "1").waitFor()).isZero();
        byte[] before = Files.readAllBytes(file());

        // Blocks of 512 bytes, fewer than the file has.
        Process process = start(List.of(shell.toString(), "-c", "ulimit -f 4; exec \"$@\"", "sh"), "1");
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(1);
        assertThat(output).contains("FileSystemException: " + file() + ": ");
        assertThat(file()).hasBinaryContent(before);
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    private void assertHoldsOneVersion(String description) throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file())) {
            List<TimeEntry> entries =
                    archive.list(TimeEntryQuery.all()).stream().toList();
            assertThat(entries).as(description).isIn(version(0), version(1));
        }
    }

    private Process start(List<String> before, String writes) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                file().toString(),
                writes));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static List<TimeEntry> version(int number) {
        return IntStream.range(number, number + ENTRIES)
                .mapToObj(Entries::small)
                .toList();
    }

    /** Writes one version after the other, and prints a line for each entry. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            int writes = Integer.parseInt(arguments[1]);
            for (int i = 0; i < writes; i++) {
                ArchiveWriter.write(
                        ListedService.of(version(i % 2)),
                        TimeEntryQuery.all(),
                        Path.of(arguments[0]),
                        entries -> System.out.println(entries));
            }
        }
    }
}
