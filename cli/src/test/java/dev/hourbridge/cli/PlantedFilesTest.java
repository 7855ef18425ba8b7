package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another user of a shared directory has put links and pipes where the command writes its files. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PlantedFilesTest {
    private static final List<String> REPORTS = List.of(
            "report.txt",
            "report.json",
            "report.html",
            "report.rejects.jsonl",
            "report.txt.part",
            "report.json.part",
            "report.html.part",
            "report.rejects.jsonl.part");
    private static final List<String> DEMO =
            List.of("demo.yaml", "demo.db", "demo.db-wal", "demo.db-shm", "demo.db-journal", "demo.db.mapping.yaml");

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    @Test
    void theDemoFollowsNoLinkAndWaitsForNoPipe() throws Exception {
        List<String> names = new ArrayList<>(DEMO);
        names.addAll(REPORTS);
        for (String name : names) {
            demoWith(name, this::link);
            demoWith(name, PlantedFilesTest::pipe);
        }
        Evidence.of(Area.SECRETS, "Links and pipes planted where files are written")
                .tried(
                        "a symbolic link to another file, and a pipe, at each name that the demo's files and drafts have")
                .result(
                        "replaced: the other file is unchanged, the command does not wait, the new file is its owner's only")
                .count(2L * names.size());
    }

    @Test
    void theMappingTemplateAndTheRejectsFollowNoLink() throws Exception {
        try (Bench bench = new Bench(directory).withEntries(2)) {
            bench.replace("\"25\": \"999\", ", "");
            Path template = link(bench.path("migration.db.mapping.yaml"));
            CommandRun plan = bench.run("plan");
            assertThat(plan.err()).contains("migration.db.mapping.yaml");
            assertIsOurs(template, plan);

            bench.replace("people: { ", "people: { \"25\": \"999\", ");
            assertThat(bench.run("plan").code()).isZero();
            Path rejects = link(bench.path("report.rejects.jsonl"));
            bench.target.faults().nth(1, Requests.method("POST"), Fault.status(422));
            CommandRun migrate = bench.run("migrate", "--yes");
            assertThat(migrate.err()).contains("report.rejects.jsonl");
            assertIsOurs(rejects, migrate);
        }
    }

    private void demoWith(String name, Plant plant) throws Exception {
        Path place = Files.createDirectories(elsewhere.resolve("work"));
        Path planted = plant.at(place.resolve(name));
        CommandRun demo = new CommandRun();

        assertThat(demo.run("demo", "--entries", "6", "--work-dir", place.toString()))
                .as("%s: %s", name, demo.err())
                .isZero();

        if (!name.endsWith(".part") && Files.exists(planted, LinkOption.NOFOLLOW_LINKS)) {
            assertIsOurs(planted, demo);
        }
        assertThat(victim()).hasContent("untouched");
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void assertIsOurs(Path file, CommandRun run) throws IOException {
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .as("%s is a file; %s", file, run.err())
                .isTrue();
        if (!file.getFileName().toString().matches(".*\\.db(-\\w+)?")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(victim()).hasContent("untouched");
    }

    private Path victim() throws IOException {
        Path victim = elsewhere.resolve("victim");
        return Files.exists(victim) ? victim : Files.writeString(victim, "untouched");
    }

    private Path link(Path name) throws IOException {
        return Files.createSymbolicLink(name, victim());
    }

    private static Path pipe(Path name) throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", name.toString()).start().waitFor() == 0, "no mkfifo here");
        return name;
    }

    @FunctionalInterface
    private interface Plant {
        Path at(Path name) throws Exception;
    }
}
