package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of more rows than the 50,000 that Teamwork gives for one query, over all pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CappedListTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final int ROWS = 60_000;
    private static final int DAYS = 500;
    private static final LocalDate FIRST = LocalDate.parse("2023-01-15");
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1);

    private final TeamworkSimulator simulator =
            TeamworkSimulator.builder().zone(ZONE).start();
    private final TeamworkClient teamwork = TeamworkClient.builder()
            .baseUrl(simulator.url().toString())
            .apiKey(simulator.apiKey())
            .zone(ZONE)
            .build();
    private long firstId;

    @BeforeAll
    void fill() {
        for (int i = 0; i < ROWS; i++) {
            // Around midnight on every second day, where a border is missed most easily.
            Instant start = FIRST.plusDays(i % DAYS)
                    .atTime(i % 2 == 0 ? 0 : 23, i % 60)
                    .atZone(ZONE)
                    .toInstant();
            long id = simulator
                    .add(StoredTeamworkEntry.builder(999, 999, start, 5).build())
                    .id();
            firstId = i == 0 ? id : firstId;
        }
    }

    @AfterAll
    void close() {
        teamwork.close();
        simulator.close();
    }

    private void assertWhole(TimeEntryQuery query) {
        assertWhole(query, ROWS / 500 + 20);
    }

    private void assertWhole(TimeEntryQuery query, int mostRequests) {
        simulator.requests().clear();
        BitSet read = new BitSet(ROWS);
        try (var entries = teamwork.list(query).prefetch(4).stream()) {
            entries.forEach(entry -> {
                int index = (int) (Long.parseLong(entry.id().id()) - firstId);
                assertThat(read.get(index)).as("twice: %s", index).isFalse();
                read.set(index);
            });
        }
        assertThat(read.cardinality()).isEqualTo(ROWS);
        long requests = simulator.requests().count();
        assertThat(requests).isLessThan(mostRequests);
    }

    @Test
    void aRangeIsReadWhole() {
        assertWhole(TimeEntryQuery.between(FIRST, LAST));
    }

    @Test
    void aListWithoutDaysIsReadWhole() {
        assertWhole(TimeEntryQuery.builder()
                .project(ProjectRef.of(teamwork.account(), "999"))
                .build());
    }

    @Test
    void allDaysThatThereAreAreReadWhole() {
        // Some sixty requests find the years in which there are entries.
        assertWhole(TimeEntryQuery.between(LocalDate.MIN, LocalDate.MAX), ROWS / 500 + 70);
    }

    @Test
    void theNativeListSaysThatItCannotBeWhole() {
        assertThatThrownBy(() -> teamwork.timeEntries()
                        .list(TeamworkEntryQuery.builder().build())
                        .iterator()
                        .hasNext())
                .isInstanceOf(ListTooLongException.class)
                .hasMessageContaining("50,000");
    }

    @Test
    void aDayThatIsTooLongSaysSo() {
        try (TeamworkSimulator busy = TeamworkSimulator.builder().zone(ZONE).start();
                TeamworkClient client = TeamworkClient.builder()
                        .baseUrl(busy.url().toString())
                        .apiKey(busy.apiKey())
                        .zone(ZONE)
                        .build()) {
            Instant noon = FIRST.atTime(12, 0).atZone(ZONE).toInstant();
            for (int i = 0; i < 50_000; i++) {
                busy.add(StoredTeamworkEntry.builder(999, 999, noon, 5).build());
            }
            assertThatThrownBy(
                            () -> client.list(TimeEntryQuery.all()).iterator().hasNext())
                    .isInstanceOfSatisfying(
                            ListTooLongException.class,
                            e -> assertThat(e.pageToken().orElseThrow().toString())
                                    .endsWith("~..2023-01-15"));
        }
    }

    @Test
    void aListThatFitsIsAskedForOnce() {
        simulator.requests().clear();
        List<TimeEntry> entries =
                teamwork.list(TimeEntryQuery.between(FIRST, FIRST)).stream().toList();
        assertThat(entries).hasSize(ROWS / DAYS);
        assertThat(simulator.requests().count()).isEqualTo(1);
    }
}
