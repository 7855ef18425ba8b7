package dev.hourbridge.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimerReadTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2008, 1, 1);

    private final LiveTimerSimulator liveTimer =
            LiveTimerSimulator.builder().clock(new TestClock()).start();
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
        HttpResponse<String> answer = walter.get("/time_entries.xml" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Xml(answer.body());
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
    void cutsARangeSilentlyIfToldTo() {
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

    /** Durations name the entries: 1 and 2 on projects, 4 on a task, 8 on nothing, 16 on an inactive client's project, 32 on an inactive task. */
    @Test
    void filtersByKeywordsAndIds() {
        liveTimer.add(dated(25, 1).projectId(28).activityId(16).build());
        liveTimer.add(dated(26, 2).projectId(30).activityId(17).build());
        liveTimer.add(dated(25, 4).taskId(40).activityId(18).build());
        liveTimer.add(dated(25, 8).build());
        liveTimer.add(dated(27, 16).projectId(32).build());
        liveTimer.add(dated(26, 32).taskId(42).build());
        liveTimer.add(dated(26, 64).projectId(33).build());

        assertThat(sum("")).isEqualTo(127);
        assertThat(sum("?clients=24")).isEqualTo(2 + 4 + 32 + 64);
        assertThat(sum("?clients=21,22&users=me")).isEqualTo(1);
        assertThat(sum("?clients=none")).isEqualTo(8);
        assertThat(sum("?clients=inactive")).isEqualTo(16);
        assertThat(sum("?clients=active,none")).isEqualTo(127 - 16);
        assertThat(sum("?projects=30")).isEqualTo(2 + 4);
        assertThat(sum("?projects=none")).isEqualTo(8);
        assertThat(sum("?projects=inactive")).isEqualTo(64);
        assertThat(sum("?projects=my_assignments")).isEqualTo(1 + 64);
        assertThat(sum("?projects=my_active_assignments")).isEqualTo(1);
        assertThat(sum("?projects=my_inactive_assignments")).isEqualTo(64);
        assertThat(sum("?tasks=none")).isEqualTo(127 - 4 - 32);
        assertThat(sum("?tasks=inactive,40")).isEqualTo(4 + 32);
        assertThat(sum("?activities=none")).isEqualTo(8 + 16 + 32 + 64);
        assertThat(sum("?activities=16,17")).isEqualTo(1 + 2);
        assertThat(sum("?activities=my_inactive_assignments")).isEqualTo(4);
        assertThat(sum("?users=me")).isEqualTo(1 + 4 + 8);
        assertThat(sum("?users=inactive")).isEqualTo(16);
        assertThat(sum("?users=26&tasks=none")).isEqualTo(2 + 64);
        assertThat(sum("?projects=999")).isZero();
    }

    private int sum(String query) {
        int listed = list(query).all("//time-entry/duration").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        String summed = new Xml(walter.get("/time_entries/summary.xml" + query).body()).get("//duration");
        assertThat(summed).isEqualTo(Integer.toString(listed));
        return listed;
    }

    @Test
    void shiftsMidnightByTheOffsetForStartEndEntriesOnly() {
        // 04:30Z on the 1st is still the 31st at -300 minutes.
        OffsetDateTime late = OffsetDateTime.parse("2007-12-31T23:30:00-05:00");
        liveTimer.add(
                StoredLiveTimerEntry.startEnd(25, late, late.plusMinutes(1)).build());
        liveTimer.add(dated(25, 2).build());

        assertThat(sum("?start_date=20080101")).isEqualTo(3);
        assertThat(sum("?start_date=20080101&utc_offset=-300")).isEqualTo(2);
        assertThat(sum("?end_date=20071231")).isZero();
        assertThat(sum("?end_date=20071231&utc_offset=-300")).isEqualTo(1);
        assertThat(sum("?start_date=20080101&end_date=20080101&utc_offset=0")).isEqualTo(3);
        assertThat(sum("?start_date=20080102&end_date=20080101")).isZero();
    }

    @Test
    void leavesTheEndDateOutIfToldTo() {
        try (LiveTimerSimulator exclusive =
                LiveTimerSimulator.builder().endDateInclusive(false).start()) {
            exclusive.add(dated(25, 2).build());
            Wire wire = new Wire(exclusive.url(), "walter", "sesame", "application/xml");
            assertThat(new Xml(wire.get("/time_entries.xml?end_date=20080101").body()).get("/time-entries/@total"))
                    .isEqualTo("0");
            assertThat(new Xml(wire.get("/time_entries.xml?end_date=20080102").body()).get("/time-entries/@total"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=1",
                "?start=0",
                "?start=5&end=4",
                "?start=x",
                "?start_date=2008-01-01",
                "?start_date=20080230",
                "?utc_offset=-5:00",
                "?users=none",
                "?clients=my_assignments",
                "?clients=Active",
                "?clients=",
                "?include=user",
                "?users=me&users=25"
            })
    void refusesParametersThatAreNotDocumented(String query) {
        HttpResponse<String> answer = walter.get("/time_entries.xml" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new Xml(answer.body()).all("/errors/error")).hasSize(1);
    }

    @Nested
    class Summaries {
        @BeforeEach
        void someTime() {
            liveTimer.add(dated(25, 840).build());
            liveTimer.add(dated(25, 3000).projectId(30).activityId(16).build());
            liveTimer.add(dated(26, 329).taskId(40).build());
            liveTimer.add(dated(25, 524).projectId(31).build());
        }

        @Test
        void impliesParentsAndHasABucketForUnclassifiedTime() {
            assertThat(walter.get("/time_entries/summary.xml?group_by=projects").body())
                    .isEqualToIgnoringWhitespace("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <time-summary>
                      <clients>
                        <client>
                          <id type="integer"></id>
                          <name></name>
                          <code></code>
                          <projects>
                            <project>
                              <id type="integer"></id>
                              <duration type="integer">840</duration>
                              <name></name>
                              <code></code>
                            </project>
                          </projects>
                          <duration type="integer">840</duration>
                        </client>
                        <client>
                          <id type="integer">24</id>
                          <name>American UFO Association</name>
                          <code></code>
                          <projects>
                            <project>
                              <id type="integer">30</id>
                              <duration type="integer">3329</duration>
                              <name>Area 51 project</name>
                              <code></code>
                            </project>
                            <project>
                              <id type="integer">31</id>
                              <duration type="integer">524</duration>
                              <name>UFO #7856</name>
                              <code></code>
                            </project>
                          </projects>
                          <duration type="integer">3853</duration>
                        </client>
                      </clients>
                      <duration type="integer">4693</duration>
                    </time-summary>
                    """);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                tasks,users      | //client[id=24]/projects/project[id=30]/tasks/task[id=40]/users/user[id=26]/duration | 329
                users,clients    | //users/user[id=25]/clients/client[id=24]/duration                                   | 3524
                activities       | /time-summary/activities/activity[name='Consulting']/duration                        | 3000
                activities,users | //activity[id='']/users/user[name='walter']/duration                                 | 1364
                """)
        void nestsGroups(String groups, String path, String minutes) {
            Xml summary = new Xml(
                    walter.get("/time_entries/summary.xml?group_by=" + groups).body());

            assertThat(summary.get(path)).isEqualTo(minutes);
            assertThat(summary.get("/time-summary/duration")).isEqualTo("4693");
        }

        @ParameterizedTest
        @ValueSource(strings = {"users,activities,tasks", "clients,projects", "user", "users,users", ""})
        void refusesOtherGroups(String groups) {
            assertThat(walter.get("/time_entries/summary.xml?group_by=" + groups)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void listsFreshlyAfterEveryChange() {
        liveTimer.add(dated(25, 1).build());
        assertThat(sum("")).isEqualTo(1);
        long second = liveTimer.add(dated(25, 2).build()).id();
        assertThat(sum("")).isEqualTo(3);
        liveTimer.remove(second);
        assertThat(sum("")).isEqualTo(1);
    }

    @Test
    void seedsTheSameEntriesForTheSameSeedAndAllSpecialKindsAmongTheFirst() {
        liveTimer.seed(7, 40);
        List<StoredLiveTimerEntry> entries = liveTimer.entries();
        try (LiveTimerSimulator other =
                LiveTimerSimulator.builder().clock(new TestClock()).start()) {
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
    void pagesQuicklyThroughManyEntries() {
        liveTimer.seed(3, 100_000);
        long start = System.nanoTime();
        for (int from = 1; from <= 100_000; from += 1000) {
            Xml page = list("?start_date=20240101&start=" + from + "&end=" + (from + 49));
            assertThat(page.all("//time-entry")).hasSize(50);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
}
