package dev.hourbridge.simulators.livetimer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.wire.Wire;
import dev.hourbridge.simulators.wire.Xml;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveTimerSummaryTest {
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
    void rejectsOtherGroups(String groups) {
        assertThat(walter.get("/time_entries/summary.xml?group_by=" + groups).statusCode())
                .isEqualTo(422);
    }
}
