package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @TempDir
    Path directory;

    static Stream<Profiles[]> pairs() {
        return Profiles.pairs().stream().filter(pair -> Samples.isFull() || pair[0] == Profiles.LIVETIMER);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyNumberOfMinutesOfADayArrives(Profiles from, Profiles to) {
        World world = new World(from, to, directory);
        int step = Samples.of(7, 1);
        for (int minutes = 1; minutes <= 1440; minutes += step) {
            world.from.add(world.entry(2, World.FIRST.plusDays(minutes % 300), minutes, "m" + minutes));
        }
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .allSatisfy(row ->
                        assertThat("m" + row.workTime().duration().toMinutes()).isEqualTo(row.note()));
        Tally.held(
                Area.MIGRATION,
                "Numbers of minutes",
                "durations of 1 to 1440 minutes into services of minutes, seconds and wall clocks",
                "each arrives as it was",
                (int) pairs().count(),
                world.to.rows().size());
    }

    /** Entries around each change of a zone's offset keep their instants, into a wall clock and out of one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
                "America/Sao_Paulo", "Africa/Casablanca", "Asia/Tehran", "America/St_Johns", "Pacific/Chatham"
            })
    void everyTransitionOfAZoneKeepsItsInstants(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Instant> starts = new ArrayList<>();
        Instant end = Instant.parse(Samples.isFull() ? "2031-01-01T00:00:00Z" : "2013-01-01T00:00:00Z");
        ZoneOffsetTransition transition = zone.getRules().nextTransition(Instant.parse("2007-01-01T00:00:00Z"));
        while (transition != null && transition.getInstant().isBefore(end)) {
            for (int minutes : new int[] {-1441, -61, -31, -1, 0, 29, 59, 61, 1439}) {
                starts.add(transition.getInstant().plusSeconds(minutes * 60L));
            }
            transition = zone.getRules().nextTransition(transition.getInstant());
        }
        FakeTime time = new FakeTime();
        FakeService from = new FakeService(Profiles.LIVETIMER, time);
        FakeService to = new FakeService(
                Profiles.TEAMWORK,
                Profiles.TEAMWORK.capabilities().toBuilder().zone(zone).build(),
                time);
        for (Instant start : starts) {
            from.add(TimeEntry.builder()
                    .id(from.nextId())
                    .person(from.person("1"))
                    .project(from.project("10"))
                    .note(start.toString())
                    .workTime(WorkTime.from(start.atOffset(ZoneOffset.UTC), Duration.ofMinutes(90)))
                    .build());
        }
        try (Migration migration = Migration.builder()
                .source(new FakeTracker(from))
                .target(new FakeTracker(to))
                .range(LocalDate.of(2006, 12, 1), LocalDate.of(2031, 12, 31))
                .mapping(Mapping.builder()
                        .defaultPerson("1")
                        .defaultProject("110")
                        .build())
                .policy(Policy.builder().parallelism(1).build())
                .ledger(directory.resolve("zones.db"))
                .stateDirectory(directory.resolve("state"))
                .clock(time.clock())
                .sleeper(time)
                .build()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).as("%s", report.canary()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(to.rows()).hasSize(starts.size()).allSatisfy(row -> {
            WorkTime.Interval interval = (WorkTime.Interval) row.workTime();
            boolean repeated = zone.getRules()
                            .getValidOffsets(interval.start().toLocalDateTime())
                            .size()
                    > 1;
            if (!repeated) {
                assertThat(interval.start().toInstant()).isEqualTo(Instant.parse(row.note()));
            }
            assertThat(interval.duration()).isEqualTo(Duration.ofMinutes(90));
        });
        Tally.held(
                Area.MIGRATION,
                "Clock changes",
                "starts around every change of offset of ten zones from 2007 on, Lord Howe and Apia among them",
                "each instant retained; one inside a repeated hour is declared ambiguous",
                10,
                starts.size());
    }

    /** The bytes of a ledger, without the random id that each one has. */
    private static String withoutId(Path ledger) throws Exception {
        String bytes = Files.readString(ledger, StandardCharsets.ISO_8859_1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement();
                var id = statement.executeQuery("SELECT value FROM meta WHERE key = 'ledger id'")) {
            return bytes.replace(id.getString(1), "");
        }
    }

    @Test
    void theJvmsOwnZoneChangesNothing() throws Exception {
        TimeZone before = TimeZone.getDefault();
        List<String> zones = List.of("UTC", "Pacific/Apia", "America/New_York", "Asia/Kathmandu", "Pacific/Niue");
        List<String> outputs = new ArrayList<>();
        List<String> ledgers = new ArrayList<>();
        try {
            for (String zone : zones) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Path own = directory.resolve(zone.replace('/', '-'));
                assertThat(own.toFile().mkdirs()).isTrue();
                World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, own).seed(40);
                StringBuilder output = new StringBuilder();
                try (Migration migration = world.migration()) {
                    output.append(migration.plan()).append(migration.apply()).append(migration.verify());
                    migration.forEachEntry(output::append);
                }
                outputs.add(output.toString());
                ledgers.add(withoutId(world.ledger));
            }
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(outputs).hasSize(5).containsOnly(outputs.get(0));
        assertThat(ledgers).hasSize(5).containsOnly(ledgers.get(0));
        Evidence.of(Area.MIGRATION, "Default zones of the JVM")
                .tried("the same migration in five of them")
                .result("plan, reports and ledger the same to the byte")
                .count(zones.size());
    }
}
