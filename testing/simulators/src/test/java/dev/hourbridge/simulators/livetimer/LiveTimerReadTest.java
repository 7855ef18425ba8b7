package dev.hourbridge.simulators.livetimer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Wire;
import dev.hourbridge.simulators.wire.Xml;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTimerReadTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2008, 1, 1);
    private final LiveTimerSimulator liveTimer = LiveTimerSimulator.builder()
            .clock(new ManualClock(Instant.parse("2008-01-08T18:27:39Z")))
            .start();
    private final Wire walter = new Wire(liveTimer.url(), "walter", "sesame", "application/xml");
    private final Wire olive = new Wire(liveTimer.url(), "olive", "popeye", "application/xml");

    @AfterEach
    void close() {
        liveTimer.close();
    }

    private static StoredLiveTimerEntry.Builder dated(long user, int minutes) {
        return StoredLiveTimerEntry.durationOnly(user, NEW_YEAR, minutes);
    }

    private Xml list(String query) {
        HttpResponse<String> response = walter.get("/time_entries.xml" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return new Xml(response.body());
    }

    @Test
    void showsTheDocumentedEntryOfBothKinds() {
        StoredLiveTimerEntry timed = liveTimer.add(StoredLiveTimerEntry.startEnd(
                        25,
                        OffsetDateTime.parse("2007-08-30T08:28:00-04:00"),
                        OffsetDateTime.parse("2007-08-30T13:24:00-04:00"))
                .projectId(29)
                .activityId(16)
                .build());
        Xml shown = new Xml(walter.get("/time_entries/" + timed.id() + ".xml").body());

        assertThat(shown.get("/time-entry/id[@type='integer']")).isEqualTo("3864");
        assertThat(shown.get("/time-entry/start-time[@type='datetime']")).isEqualTo("2007-08-30T08:28:00-04:00");
        assertThat(shown.get("/time-entry/end-time")).isEqualTo("2007-08-30T13:24:00-04:00");
        assertThat(shown.get("/time-entry/duration[@type='integer']")).isEqualTo("296");
        assertThat(shown.get("/time-entry/note")).isEmpty();
        assertThat(shown.get("/time-entry/user-id")).isEqualTo("25");
        assertThat(shown.get("/time-entry/project-id")).isEqualTo("29");
        assertThat(shown.get("/time-entry/activity-id")).isEqualTo("16");
        assertThat(shown.all("/time-entry/start-date")).isEmpty();

        long dated = liveTimer.add(dated(25, 5).taskId(40).build()).id();
        shown = new Xml(walter.get("/time_entries/" + dated + ".xml").body());
        assertThat(shown.get("/time-entry/start-date[@type='date']")).isEqualTo("2008-01-01");
        assertThat(shown.get("/time-entry/task-id[@type='integer']")).isEqualTo("40");
        assertThat(shown.all("/time-entry/start-time")).isEmpty();
    }

    @Test
    void nestsWhatIsIncluded() {
        long id = liveTimer.add(dated(25, 5).taskId(40).activityId(16).build()).id();

        Xml all = new Xml(walter.get("/time_entries/" + id + ".xml?include=users,activities,clients,projects,tasks")
                .body());
        assertThat(all.get("/time-entry/user/name")).isEqualTo("walter");
        assertThat(all.all("/time-entry/user-id")).isEmpty();
        assertThat(all.get("/time-entry/activity/name")).isEqualTo("Consulting");
        assertThat(all.get("/time-entry/task/name")).isEqualTo("Survey");
        assertThat(all.get("/time-entry/task/project/name")).isEqualTo("Area 51 project");
        assertThat(all.get("/time-entry/task/project/client/name")).isEqualTo("American UFO Association");

        Xml some =
                new Xml(walter.get("/time_entries/" + id + ".xml?include=tasks").body());
        assertThat(some.get("/time-entry/task/project-id")).isEqualTo("30");
        assertThat(some.get("/time-entry/user-id")).isEqualTo("25");
    }

    @Test
    void writesNotesAsCdataThatSurvivesItsOwnEnd() {
        for (boolean padded : new boolean[] {true, false}) {
            try (LiveTimerSimulator simulator =
                    LiveTimerSimulator.builder().paddedNotes(padded).start()) {
                long id = simulator
                        .add(dated(25, 1).note("a ]]> & <b> \ud83d\ude80").build())
                        .id();
                String body = new Wire(simulator.url(), "walter", "sesame", "application/xml")
                        .get("/time_entries/" + id + ".xml")
                        .body();
                assertThat(new Xml(body).get("/time-entry/note").strip()).isEqualTo("a ]]> & <b> \ud83d\ude80");
                assertThat(body.contains("<note>\n")).isEqualTo(padded);
            }
        }
    }

    @Test
    void spellsNothingInThreeWays() {
        for (int i = 0; i < 3; i++) {
            liveTimer.add(dated(25, 1).build());
        }
        String body = walter.get("/time_entries.xml").body();

        assertThat(body)
                .contains("<project-id type=\"integer\"></project-id>")
                .contains("<project-id type=\"integer\" nil=\"true\"/>")
                .contains("<project-id/>")
                .contains("<activity-id/>")
                .contains("<note/>");
    }

    @Test
    void capsAListWithoutARangeAt50AndNumbersItemsFrom1() {
        for (int i = 1; i <= 60; i++) {
            liveTimer.add(dated(25, i).build());
        }
        Xml first = list("");
        assertThat(first.all("/time-entries/time-entry")).hasSize(50);
        assertThat(first.get("/time-entries/@total")).isEqualTo("60");
        assertThat(first.get("/time-entries/@start")).isEqualTo("1");
        assertThat(first.get("/time-entries/@end")).isEqualTo("50");

        Xml rest = list("?start=51&end=100");
        assertThat(rest.all("//duration")).containsExactly("51", "52", "53", "54", "55", "56", "57", "58", "59", "60");
        assertThat(rest.get("/time-entries/@end")).isEqualTo("60");

        Xml documented = list("?start=1&end=4");
        assertThat(documented.all("//duration")).containsExactly("1", "2", "3", "4");
        assertThat(list("?start=2").get("/time-entries/@end")).isEqualTo("51");

        Xml beyond = list("?start=61&end=70");
        assertThat(beyond.all("//time-entry")).isEmpty();
        assertThat(beyond.get("/time-entries/@total")).isEqualTo("60");
    }

    @Test
    void cutsARangeSilentlyIfSetTo() {
        try (LiveTimerSimulator capped =
                LiveTimerSimulator.builder().rangeCap(3).start()) {
            capped.seed(1, 10);
            Xml page = new Xml(new Wire(capped.url(), "walter", "sesame", "application/xml")
                    .get("/time_entries.xml?start=4&end=10")
                    .body());
            assertThat(page.get("/time-entries/@end")).isEqualTo("6");
            assertThat(page.get("/time-entries/@total")).isEqualTo("10");
        }
    }

    @Test
    void showsOthersEntriesOnlyToWhoMayViewReports() {
        liveTimer.add(dated(25, 1).build());
        liveTimer.add(dated(26, 2).build());

        assertThat(list("").all("//duration")).containsExactly("1", "2");
        assertThat(new Xml(olive.get("/time_entries.xml").body()).all("//duration"))
                .containsExactly("2");
        assertThat(new Xml(olive.get("/time_entries.xml?users=25").body()).get("/time-entries/@total"))
                .isEqualTo("0");
        assertThat(new Xml(olive.get("/time_entries/summary.xml").body()).get("//duration"))
                .isEqualTo("2");
    }

    @Test
    void seedsTheSameEntriesForTheSameSeedAndAllSpecialKindsAmongTheFirst() {
        liveTimer.seed(7, 40);
        List<StoredLiveTimerEntry> entries = liveTimer.entries();
        try (LiveTimerSimulator other = LiveTimerSimulator.builder()
                .clock(new ManualClock(Instant.parse("2008-01-08T18:27:39Z")))
                .start()) {
            other.seed(7, 40);
            assertThat(other.entries()).isEqualTo(entries);
            other.seed(8, 40);
            assertThat(other.entries().subList(40, 80)).isNotEqualTo(entries);
        }
        assertThat(entries).hasSize(40);
        List<StoredLiveTimerEntry> first = entries.subList(0, 16);
        assertThat(first).anyMatch(entry -> entry.startDate().isPresent());
        assertThat(first).anyMatch(entry -> entry.taskId().isPresent());
        assertThat(first).anyMatch(entry -> entry.projectId().isPresent());
        assertThat(first)
                .anyMatch(entry -> entry.taskId().isEmpty() && entry.projectId().isEmpty());
        assertThat(first).anyMatch(entry -> entry.note().contains("]]>"));
        assertThat(first).anyMatch(entry -> entry.note().contains("\ud83d\ude80"));
        assertThat(first)
                .anyMatch(entry -> entry.endTime().isPresent()
                        && !entry.endTime().get().toLocalDate().equals(entry.day()));
        assertThat(first)
                .anyMatch(entry -> entry.endTime().isPresent()
                        && !entry.endTime()
                                .get()
                                .getOffset()
                                .equals(entry.startTime().orElseThrow().getOffset()));
        assertThat(first.stream().map(entry -> entry.toBuilder().id(0).build()).distinct())
                .hasSizeLessThan(16);
    }

    @Test
    void pagesThroughManyEntries() {
        liveTimer.seed(3, 100_000);
        for (int from = 1; from <= 100_000; from += 1000) {
            Xml page = list("?start_date=20240101&start=" + from + "&end=" + (from + 49));
            assertThat(page.all("//time-entry")).hasSize(50);
        }
    }
}
