package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From one service to another and into an empty account of the first. */
class RoundTripTest {
    private static final int ENTRIES = 30;

    @TempDir
    Path directory;

    static Stream<Profiles[]> pairs() {
        return Profiles.pairs().stream();
    }

    /** 128 characters do not hold a trailer and a note. */
    static Stream<Profiles[]> pairsWithRoom() {
        return pairs().filter(pair -> pair[1] != Profiles.TEAMPULSE);
    }

    private World there(Profiles a, Profiles b, Marker marker) {
        World there = new World(a, b, directory);
        there.policy = there.policy.toBuilder().marker(marker).build();
        there.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110", "11", "111"))
                .activities(Map.of("30", "130"))
                .defaultTask("199")
                .defaultProject("119")
                .defaultActivity("Work")
                .defaultNote("(no note)")
                .build();
        for (int i = 0; i < ENTRIES; i++) {
            TimeEntry entry =
                    there.entry(i, World.FIRST.plusDays(i * 11L), 10 + i, i % 5 == 0 ? "" : "work [" + i + "] äö");
            if (a == Profiles.TEAMPULSE) {
                entry = entry.toBuilder()
                        .workTime(WorkTime.on(entry.workTime().localDate(), Duration.ofSeconds(600 + i * 61L)))
                        .build();
            }
            if (a == Profiles.CODEBASE && i % 5 == 0) {
                entry = entry.toBuilder().note("required").build();
            }
            there.from.add(entry);
        }
        run(there);
        return there;
    }

    /** Back into an empty account of the first service, which goes by the same name. */
    private World back(World there, Marker marker) {
        Path other = directory.resolve("back");
        assertThat(other.toFile().mkdirs()).isTrue();
        World back = new World(there.to.profile, there.from.profile, other);
        back.policy =
                Policy.builder().startPolicy(LocalTime.of(9, 0)).marker(marker).build();
        back.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("110", "10", "111", "11", "119", "10", "of-199", "10"))
                .activities(Map.of("130", "30"))
                .defaultTask("20")
                .defaultProject("10")
                .defaultActivity("30")
                .defaultNote("(no note)")
                .build();
        there.to.rows().forEach(back.from::add);
        run(back);
        return back;
    }

    private static void run(World world) {
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).as("%s", plan.unmapped()).isEqualTo(Outcome.DONE);
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).as("%s", report.problem()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void bringsBackWhatBothCanHold(Profiles a, Profiles b) {
        World there = there(a, b, Marker.NONE);
        World back = back(there, Marker.NONE);
        Map<String, Integer> before = survivors(there.from.rows(), a, b);
        assertThat(survivors(back.to.rows(), a, b)).isEqualTo(before);
        Tally.held(
                Area.MIGRATION,
                "There and back",
                "from each service to each other and back",
                "equal in all that both can hold",
                (int) pairs().count(),
                1);
    }

    /** Day, minutes and note; and the start where both have one. */
    private static Map<String, Integer> survivors(Iterable<TimeEntry> rows, Profiles a, Profiles b) {
        Map<String, Integer> survivors = new HashMap<>();
        boolean starts = a.capabilities().writable().contains(EntryField.START)
                && b.capabilities().writable().contains(EntryField.START);
        for (TimeEntry row : rows) {
            long minutes = row.workTime().duration().plusSeconds(30).toMinutes();
            String note = row.note().equals("(no note)") ? "" : row.note();
            String start = starts
                    ? ((WorkTime.Interval) row.workTime()).start().toInstant().toString()
                    : "";
            survivors.merge(row.workTime().localDate() + "|" + minutes + "|" + note + "|" + start, 1, Integer::sum);
        }
        return survivors;
    }

    @ParameterizedTest
    @MethodSource("pairsWithRoom")
    void isLosslessWithTheTrailerWhereItFits(Profiles a, Profiles b) {
        World there = there(a, b, Marker.TRAILER);
        World back = back(there, Marker.NONE);
        assertThat(everything(back.to.rows())).containsExactlyInAnyOrderElementsOf(everything(there.from.rows()));
        Tally.held(
                Area.MIGRATION,
                "There and back with the trailer",
                "from each service to each other that has room in its notes, and back",
                "equal in every field",
                (int) pairsWithRoom().count(),
                1);
    }

    private static List<String> everything(Iterable<TimeEntry> rows) {
        List<String> all = new ArrayList<>();
        for (TimeEntry row : rows) {
            String place = row.task().isPresent()
                    ? "task " + row.task().get().id()
                    : "project " + row.project().orElseThrow().id();
            all.add(row.workTime() + "|" + row.note() + "|"
                    + row.person().orElseThrow().id() + "|" + place + "|"
                    + row.activity().map(ActivityRef::id) + "|" + row.billable() + "|" + row.tags());
        }
        return all;
    }

    @Test
    void aTextThatLooksLikeATrailerStaysText() {
        for (String text : List.of(
                "[hb1 a=b 00000000]", "[hb1 ]", "note [hb1 a=b 12345678] more", "[hb2 a=b 5a0ad1a4]", "[hb1 a=b]")) {
            assertThat(Trailer.split(text).trailer()).as(text).isEmpty();
            assertThat(Trailer.split(text).note()).isEqualTo(text);
        }
    }

    @Test
    void aTrailerComesBackAsItWasWritten() {
        Map<String, String> fields = new HashMap<>();
        fields.put("t", "a;b=c]d[e %41 äö🙂\n\t,");
        fields.put("n", "");
        String note = new Trailer(fields).appendedTo("the note\nin two lines");
        Trailer.Split split = Trailer.split(note);
        assertThat(split.note()).isEqualTo("the note\nin two lines");
        assertThat(split.trailer().orElseThrow().fields()).isEqualTo(fields);
        assertThat(note.lines().toList().get(2)).matches("[ -~]*");
    }

    @Test
    void whatSomebodyChangedSinceWinsOverTheTrailer() {
        World there = there(Profiles.TEAMWORK, Profiles.CODEBASE, Marker.TRAILER);
        List<TimeEntry> rows = List.copyOf(there.to.rows());
        TimeEntry row = rows.get(3);
        there.to.add(row.toBuilder()
                .workTime(WorkTime.on(row.workTime().localDate(), Duration.ofMinutes(500)))
                .build());
        World back = back(there, Marker.NONE);
        assertThat(back.to.rows())
                .filteredOn(one -> one.workTime().duration().equals(Duration.ofMinutes(500)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(((WorkTime.Interval) one.workTime()).start().toLocalTime())
                            .isEqualTo(LocalTime.of(9, 0));
                    assertThat(one.billable()).isNotEqualTo(Billable.UNSPECIFIED);
                });
    }
}
