package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service, its archive, and what is made of both. */
final class ArchiveRoutesTest {
    private static final long SEED = 20_240_229;
    private static final int ENTRIES = Boolean.getBoolean("hourbridge.full") ? 150 : 50;

    @TempDir
    Path directory;

    /** What every service has of an entry, as the simulator holds it. */
    private record Facts(
            String note, LocalDate day, @Nullable OffsetDateTime start, long seconds) {}

    private Path archived(RouteSide source, RouteSide target) {
        Path file = directory.resolve("hours.jsonl.gz");
        CommandRun archive =
                new Route(source, target, directory.resolve("archived")).run("archive", "--to", file.toString());
        assertThat(archive.code()).as("%s%s", archive.err(), archive.out()).isZero();
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"codebase", "teamwork", "teampulse", "livetimer"})
    void holdsEveryEntryOfTheServiceWithEveryField(String service) throws Exception {
        try (RouteSide source = RouteSide.start(service);
                RouteSide target = RouteSide.start(service.equals("teamwork") ? "livetimer" : "teamwork")) {
            source.seed(SEED, ENTRIES);
            Path file = archived(source, target);

            try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
                assertThat(archive.list(TimeEntryQuery.all()).map(ArchiveRoutesTest::facts))
                        .containsExactlyInAnyOrderElementsOf(source.works().stream()
                                .map(work -> new Facts(work.note(), work.day(), work.start(), work.seconds()))
                                .toList());
                assertThat(archive.list(TimeEntryQuery.all()))
                        .anySatisfy(
                                entry -> assertThat(entry.audit().createdAt()).isPresent());
            }
            // The JSON of list has every field; it comes from the client of the service, and from the archive.
            String listed =
                    new Route(source, target, directory).run("list", "--json").out();
            assertThat(listed.lines()).hasSameSizeAs(source.works());
            assertThat(new Route(new ArchiveSide(source, file), target, directory)
                            .run("list", "--json")
                            .out())
                    .isEqualTo(listed);
        }
    }

    private static Facts facts(TimeEntry entry) {
        OffsetDateTime start = entry.workTime() instanceof WorkTime.Interval interval ? interval.start() : null;
        return new Facts(
                entry.note(),
                entry.workTime().localDate(),
                start,
                entry.workTime().duration().toSeconds());
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "codebase, teamwork",
        "codebase, teampulse",
        "codebase, livetimer",
        "teamwork, codebase",
        "teamwork, teampulse",
        "teamwork, livetimer",
        "teampulse, codebase",
        "teampulse, teamwork",
        "teampulse, livetimer",
        "livetimer, codebase",
        "livetimer, teamwork",
        "livetimer, teampulse",
        "codebase, codebase",
        "teamwork, teamwork",
        "teampulse, teampulse",
        "livetimer, livetimer"
    })
    void isAsGoodASourceAsTheServiceItself(String from, String to) {
        try (RouteSide source = RouteSide.start(from);
                RouteSide direct = RouteSide.start(to);
                RouteSide byArchive = RouteSide.start(to)) {
            source.seed(SEED, ENTRIES);
            Route route = new Route(source, direct, directory.resolve("direct"));
            CommandRun migrated = route.migrate();
            assertThat(migrated.code())
                    .as("%s%s", migrated.err(), migrated.out())
                    .isZero();

            Route archived = new Route(
                    new ArchiveSide(source, archived(source, direct)), byArchive, directory.resolve("byArchive"));
            List<Work> untouched = source.works();
            CommandRun moved = archived.migrate();

            assertThat(moved.code()).as("%s%s", moved.err(), moved.out()).isZero();
            assertThat(byArchive.works()).containsExactlyInAnyOrderElementsOf(direct.works());
            assertThat(archived.losses()).isEqualTo(route.losses());
            assertThat(source.works()).isEqualTo(untouched);
            assertThat(archived.run("verify").code()).isZero();
        }
    }
}
