package dev.hourbridge.simulators.livetimer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Wire;
import dev.hourbridge.simulators.wire.Xml;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimerFilterTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2008, 1, 1);
    private final LiveTimerSimulator liveTimer = LiveTimerSimulator.builder()
            .clock(new ManualClock(Instant.parse("2008-01-08T18:27:39Z")))
            .start();
    private final Wire walter = new Wire(liveTimer.url(), "walter", "sesame", "application/xml");

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
    void leavesTheEndDateOutIfSetTo() {
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
    void rejectsParametersThatAreNotDocumented(String query) {
        HttpResponse<String> response = walter.get("/time_entries.xml" + query);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(new Xml(response.body()).all("/errors/error")).hasSize(1);
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
}
