package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger, a report or an archive on a disk that is full: a file system of 8 MiB, which only root can mount. */
final class DiskFullTest {
    @TempDir
    Path directory;

    private Path disk;
    private Bench bench;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        bench = new Bench(directory).withEntries(100);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()),
                "no file system can be mounted");
    }

    @AfterEach
    void unmount() throws Exception {
        bench.close();
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Leaves so much free. */
    private void fill(int kilobytes) throws IOException {
        long free = Files.getFileStore(disk).getUsableSpace() - kilobytes * 1024L;
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            for (byte[] block = new byte[1024]; free > 0; free -= block.length) {
                out.write(block);
            }
        }
    }

    @Test
    void isNamedForALedgerAndTheRunResumesAfterwards() throws IOException {
        bench.replace("ledger: " + bench.path("migration.db"), "ledger: " + disk.resolve("migration.db"));
        fill(200);

        CommandRun full = bench.run("migrate", "--yes");

        assertThat(full.code()).as(full.out() + full.err()).isEqualTo(5);
        assertThat(full.err())
                .contains(
                        "The ledger " + disk.resolve("migration.db") + " could not be written: no space left on device")
                .contains("run again to resume");
        Files.delete(disk.resolve("filler"));
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries()).hasSize(100);
    }

    @Test
    void isNamedForAReport() throws IOException {
        bench.replace("report: " + bench.path("report"), "report: " + disk.resolve("report"));
        fill(4);

        CommandRun full = bench.run("plan");

        assertThat(full.code()).as(full.out() + full.err()).isEqualTo(5);
        assertThat(full.err())
                .contains(
                        disk.resolve("report").toString(),
                        ": No space left on device. Free some space, then run again");
        try (var files = Files.list(disk)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .as("no half report")
                    .isSubsetOf(List.of("filler", "report.txt"));
        }
        Files.delete(disk.resolve("filler"));
        assertThat(bench.run("plan").code()).isZero();
    }

    @Test
    void leavesTheOldArchiveAndItsTable() throws IOException {
        String[] files = {
            "--to",
            disk.resolve("hours.jsonl").toString(),
            "--csv",
            disk.resolve("hours.csv").toString(),
            "--force"
        };
        assertThat(bench.run("archive", files).code()).isZero();
        byte[] archive = Files.readAllBytes(disk.resolve("hours.jsonl"));
        bench.withDayEntry(25, "Later");
        fill(8);

        CommandRun full = bench.run("archive", files);

        assertThat(full.code()).as(full.out() + full.err()).isEqualTo(5);
        assertThat(full.err()).contains(disk.toString(), "No space left on device. Free some space, then run again");
        assertThat(disk.resolve("hours.jsonl")).hasBinaryContent(archive);
        try (var left = Files.list(disk)) {
            assertThat(left.map(file -> file.getFileName().toString()).toList())
                    .as("no half of a file")
                    .containsExactlyInAnyOrder("filler", "hours.jsonl", "hours.csv");
        }
        Files.delete(disk.resolve("filler"));
        assertThat(bench.run("archive", files).code()).isZero();
        assertThat(disk.resolve("hours.csv")).content().contains("Later");
    }
}
