package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any query gives what a filter over all rows gives, and its sum where the service has one by local days. */
final class QueriesTest {
    private static final long SEED = 4_711;
    private static final int QUERIES = Boolean.getBoolean("hourbridge.full") ? 1_000 : 12;
    private static final int ROWS = 300;

    @Test
    void aQueryListsWhatAFilterOverAllRowsKeeps() {
        int tried = 0;
        int found = 0;
        for (Service service : Service.values()) {
            Random random = new Random(SEED);
            try (Simulated at = Simulated.of(service)) {
                at.seeding().seed(SEED, ROWS);
                List<TimeEntry> all =
                        at.tracker().list(TimeEntryQuery.all()).stream().toList();
                assertThat(all).hasSizeGreaterThan(ROWS / 2);
                boolean byProject = at.tracker().capabilities().filterable().contains(EntryField.PROJECT);
                for (int i = 0; i < QUERIES; i++) {
                    TimeEntryQuery query = query(random, all, byProject);
                    List<TimeEntry> expected =
                            all.stream().filter(query::matches).toList();
                    String what = service + ", seed " + SEED + ", query " + i + ": " + query;
                    assertThat(at.tracker().list(query).stream())
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(at.tracker().list(query).prefetch(3).stream())
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(expected);
                    if (service == Service.TEAMWORK) {
                        assertThat(at.tracker().total(query).orElse(Duration.ZERO))
                                .as(what)
                                .isEqualTo(sum(expected));
                    }
                    tried++;
                    found += expected.isEmpty() ? 0 : 1;
                }
            }
        }
        assertThat(found).as("queries that find something").isGreaterThan(tried / 4);
        Evidence.of(Area.PROPERTIES, "Queries against a model")
                .tried("random days, people, projects and tasks over " + ROWS + " rows of each service, seed " + SEED)
                .result("exactly the rows that a filter over all of them keeps; Teamwork's sum is theirs")
                .count(tried);
    }

    private static Duration sum(List<TimeEntry> entries) {
        return entries.stream().map(entry -> entry.workTime().duration()).reduce(Duration.ZERO, Duration::plus);
    }

    /** Conditions of rows that are there, so that they find some, in any combination. */
    private static TimeEntryQuery query(Random random, List<TimeEntry> all, boolean byProject) {
        TimeEntryQuery.Builder query = TimeEntryQuery.builder();
        TimeEntry one = all.get(random.nextInt(all.size()));
        TimeEntry other = random.nextInt(4) == 0 ? all.get(random.nextInt(all.size())) : one;
        LocalDate day = one.workTime().localDate().plusDays(random.nextInt(5) - 2);
        int days = random.nextInt(3) == 0 ? 0 : random.nextInt(90);
        if (random.nextInt(4) != 0) {
            query.firstDay(day.minusDays(random.nextInt(3)));
        }
        if (random.nextInt(4) != 0) {
            query.lastDay(day.plusDays(days));
        }
        if (random.nextInt(3) == 0) {
            one.person().ifPresent(query::person);
        }
        if (random.nextInt(3) == 0 && byProject) {
            other.project().ifPresent(query::project);
        }
        if (random.nextInt(4) == 0) {
            Optional.of(one).flatMap(TimeEntry::task).ifPresent(query::task);
        }
        return query.build();
    }
}
