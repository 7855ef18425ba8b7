package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another user of a shared directory has put links and pipes where an archive is written, or controls the service. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlantedArchiveTest {
    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private Path victim;

    @BeforeEach
    void plantVictim() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        victim = Files.writeString(elsewhere.resolve("victim"), "untouched");
    }

    @Test
    void replacesLinksAndPipesAtItsPathAndFollowsNone() throws Exception {
        List<Plant> plants = List.of(
                path -> Files.createSymbolicLink(path, victim),
                path -> Files.createSymbolicLink(path, elsewhere.resolve("none")),
                path -> Files.createSymbolicLink(path, elsewhere),
                path -> Files.createLink(path, victim),
                PlantedArchiveTest::pipe);
        List<String> suffixes = List.of("", ".part", ".new", ".tmp");
        int tried = 0;
        for (String name : List.of("hours.jsonl", "hours.jsonl.gz")) {
            for (String suffix : suffixes) {
                for (Plant plant : plants) {
                    Path file = directory.resolve(name);
                    Path planted = directory.resolve(name + suffix);
                    plant.at(planted);

                    ArchiveWriter.write(ListedService.of(List.of(Entries.small(1))), TimeEntryQuery.all(), file);

                    assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .isTrue();
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------");
                    assertThat(victim).hasContent("untouched");
                    assertThat(elsewhere.resolve("none")).doesNotExist();
                    Files.delete(file);
                    Files.deleteIfExists(planted);
                    tried++;
                }
            }
        }
        Evidence.of(Area.SECRETS, "Links and pipes planted where an archive is written")
                .tried("symbolic links to a file, to none and to a directory, a hard link, and a pipe, at the path and"
                        + " at names that drafts often have")
                .result("replaced or left: the other file is unchanged, the writer does not wait, the archive is its"
                        + " owner's only")
                .count(tried);
    }

    private static Path pipe(Path path) throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0, "no mkfifo here");
        return path;
    }

    @Test
    void leavesTheOldFileWhereAnEntryOrTheMonthsExceedWhatAnArchiveHas() throws IOException {
        Path file = Files.writeString(directory.resolve("hours.jsonl"), "old");
        TimeEntry small = Entries.small(1);
        TimeEntry huge = small.toBuilder().note("\u0001".repeat(3_000_000)).build();
        List<TimeEntry> months = IntStream.range(0, 10_001)
                .mapToObj(month -> small.toBuilder()
                        .workTime(WorkTime.on(LocalDate.of(2000, 1, 1).plusMonths(month), Duration.ofHours(1)))
                        .build())
                .toList();
        TimeEntry endless = small.toBuilder()
                .workTime(WorkTime.on(LocalDate.of(2000, 1, 1), Duration.ofSeconds(Long.MAX_VALUE)))
                .build();

        assertNotWritten(List.of(huge), file, "more than 16777116 bytes");
        assertNotWritten(months, file, "more than 10000 months");
        assertNotWritten(List.of(endless, endless), file, "sum of the durations is too long");
    }

    private void assertNotWritten(List<TimeEntry> entries, Path file, String message) {
        assertThatThrownBy(() -> ArchiveWriter.write(ListedService.of(entries), TimeEntryQuery.all(), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @FunctionalInterface
    private interface Plant {
        Path at(Path name) throws Exception;
    }
}
