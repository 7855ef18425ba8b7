package dev.hourbridge.benchmarks;

import dev.hourbridge.benchmarks.moving.Disk;
import dev.hourbridge.benchmarks.moving.Move;
import java.nio.file.Path;
import java.util.List;

/** Measures applying against the rate at which the disk can make data durable. */
final class ApplySection implements Section {
    private static final int CREATES = 20_000;

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public List<Row> run() throws Exception {
        return Directories.measure(ApplySection::measure);
    }

    private static List<Row> measure(Path directory) throws Exception {
        Disk disk = new Disk(directory);
        Move.createsPerSecond(directory.resolve("warm-up"), CREATES / 10);
        double before = disk.commitsPerSecond("before");
        double creates = Move.createsPerSecond(directory.resolve("ledger"), CREATES);
        double commits = (before + disk.commitsPerSecond("after")) / 2;
        return List.of(
                Row.of(
                        "`apply` of 20,000 creates, durable ledger, a target that costs nothing",
                        "%,.0f creates/s".formatted(creates),
                        "SQLite, WAL, `synchronous=FULL`: %,.0f commits/s of one row".formatted(commits),
                        creates / commits,
                        Row.Goal.atLeast(0.5)),
                Row.fact(
                        "the same disk, 4 KB appended and forced",
                        "%,.0f fsyncs/s".formatted(disk.fsyncsPerSecond()),
                        ""));
    }
}
