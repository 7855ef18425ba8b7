package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The sums of verify agree with the target's own, whatever happened to rows there. */
class TotalsTest extends EngineTest {
    private void migrated() {
        world.seed(20);
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    private TimeEntry first() {
        return world.to.rows().iterator().next();
    }

    private Map<String, Duration> onTarget() {
        Map<String, Duration> sums = new TreeMap<>();
        for (TimeEntry row : world.to.rows()) {
            String key = row.person().map(PersonRef::id).orElse("") + "|"
                    + row.project().map(ProjectRef::id).orElse("") + "|"
                    + row.task().map(TaskRef::id).orElse("") + "|"
                    + YearMonth.from(row.workTime().localDate());
            sums.merge(key, row.workTime().duration(), Duration::plus);
        }
        return sums;
    }

    private static Map<String, Duration> sums(VerifyReport report, Function<TotalsLine, Duration> column) {
        Map<String, Duration> sums = new TreeMap<>();
        for (TotalsLine line : report.totals()) {
            if (!column.apply(line).isZero()) {
                sums.put(
                        line.person() + "|" + line.project() + "|" + line.task() + "|" + line.month(),
                        column.apply(line));
            }
        }
        return sums;
    }

    @Test
    void aRowThatMovedToAnotherMonthIsMissingInTheOneAndTooMuchInTheOther() {
        migrated();
        TimeEntry row = first();
        Duration length = row.workTime().duration();
        WorkTime.Interval time = (WorkTime.Interval) row.workTime();
        world.to.add(row.toBuilder()
                .workTime(WorkTime.from(time.start().plusMonths(11), length))
                .build());

        VerifyReport report = verify();

        assertThat(sums(report, TotalsLine::target)).isEqualTo(onTarget());
        assertThat(sums(report, TotalsLine::difference).values()).containsExactlyInAnyOrder(length, length.negated());
        assertThat(report.totals())
                .filteredOn(line -> line.month().equals(YearMonth.of(2024, 12)))
                .singleElement()
                .satisfies(line -> assertThat(line.entries()).isZero())
                .satisfies(line -> assertThat(line.target()).isEqualTo(length));
        assertThat(report.totals().stream().mapToLong(TotalsLine::entries).sum())
                .isEqualTo(20);
    }

    @Test
    void aRowThatMovedToAnotherPersonProjectOrTaskCountsWhereItIs() {
        world.from.add(world.entry(1, DAY, 45, "of somebody else").toBuilder()
                .person(world.from.person("2"))
                .build());
        migrated();
        List<TimeEntry> rows = world.to.rows().stream()
                .filter(row -> row.person().equals(Optional.of(world.to.person("1"))))
                .toList();
        world.to.add(rows.get(2).toBuilder().person(world.to.person("2")).build());
        world.to.add(rows.get(5).toBuilder().project(world.to.project("777")).build());
        world.to.add(rows.get(8).toBuilder().task(world.to.task("888")).build());

        VerifyReport report = verify();

        assertThat(report.verdicts()).containsEntry(Verdict.DIFFERENT, 3L);
        assertThat(sums(report, TotalsLine::target)).isEqualTo(onTarget());
        Map<String, Duration> differences = sums(report, TotalsLine::difference);
        assertThat(differences.values().stream().filter(difference -> !difference.isNegative()))
                .as("a line each")
                .hasSize(3);
        assertThat(differences.values().stream().reduce(Duration.ZERO, Duration::plus))
                .isZero();
    }

    @Test
    void tasksStandBesideTheProjectThatTheTargetHasThemIn() {
        world = new World(Profiles.TEAMPULSE, Profiles.TEAMWORK, directory);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .tasks(Map.of("20", "120"))
                .build();
        migrated();
        List<EntryReport> before = entries();

        VerifyReport report = verify();

        assertThat(before).allSatisfy(entry -> {
            assertThat(entry.task()).isEqualTo("120");
            assertThat(entry.project()).as("not sent, and not seen yet").isEmpty();
        });
        assertThat(report.totals()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.task()).isEqualTo("120");
            assertThat(line.project()).isEqualTo("of-120");
            assertThat(line.difference()).isZero();
        });
        assertThat(sums(report, TotalsLine::target)).isEqualTo(onTarget());
        assertThat(entries()).extracting(EntryReport::project).containsOnly("of-120");
    }

    @Test
    void entriesTellTheirDurationAtTheSource() {
        world = new World(Profiles.TEAMPULSE, Profiles.TEAMWORK, directory);
        Duration exact = Duration.ofHours(6).plusMinutes(19).plusSeconds(48);
        world.from.add(world.entry(2, DAY, 1, "6.33 h").toBuilder()
                .workTime(WorkTime.on(DAY, exact))
                .build());
        plan();

        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.sourceDuration()).isEqualTo(exact);
            assertThat(entry.duration()).isEqualTo(Duration.ofMinutes(380));
        });
    }

    private List<EntryReport> entries() {
        List<EntryReport> entries = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entries::add);
        }
        return entries;
    }
}
