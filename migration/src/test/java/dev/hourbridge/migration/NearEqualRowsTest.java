package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that have only the person, the day and the minutes of entries to be sent, where rows are adopted. */
class NearEqualRowsTest extends EngineTest {
    private static final PlanOptions ACCEPT =
            PlanOptions.builder().acceptPossibleDuplicates(true).build();

    @BeforeEach
    void adopt() {
        world.policy = world.policy.toBuilder().existing(ExistingRows.ADOPT).build();
    }

    /** Sends the entries with a ledger that is lost then. */
    private void sendWithALostLedger() {
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        World lost = world;
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("again"));
        directory.resolve("again").toFile().mkdirs();
        lost.from.rows().forEach(world.from::add);
        lost.to.rows().forEach(world.to::add);
        adopt();
    }

    private void edit(TimeEntry row) {
        world.to.add(row.toBuilder().note("edited by another user").build());
    }

    private List<PossibleDuplicate> possibleDuplicates() {
        List<PossibleDuplicate> rows = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachPossibleDuplicate(rows::add);
        }
        return rows;
    }

    private List<String> toSend() {
        List<String> ids = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntryToSend(entry -> ids.add(entry.sourceId()));
        }
        return ids;
    }

    private MigrationPlan planned(PlanOptions options) {
        try (Migration migration = world.migration()) {
            return migration.plan(options);
        }
    }

    @Test
    void anEditedRowIsAPossibleDuplicateAndStopsThePlan() {
        TimeEntry first = world.from.add(world.entry(4, DAY, 30, "first"));
        TimeEntry second = world.from.add(world.entry(4, DAY.plusDays(1), 45, "second"));
        sendWithALostLedger();
        TimeEntry row = world.to.rows().stream()
                .filter(each -> each.workTime().localDate().equals(DAY.plusDays(1)))
                .findFirst()
                .orElseThrow();
        edit(row);

        MigrationPlan plan = planned(PlanOptions.ofDefaults());

        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(plan.possibleDuplicates()).isEqualTo(1);
        assertThat(plan.existingRows()).isEqualTo(1);
        assertThat(plan.entriesToSend()).isEqualTo(1);
        assertThat(plan.durationToSend()).isEqualTo(Duration.ofMinutes(45));
        assertThat(toSend())
                .containsExactly(second.id().id())
                .doesNotContain(first.id().id());
        assertThat(possibleDuplicates()).singleElement().satisfies(each -> {
            assertThat(each.targetId()).isEqualTo(row.id().id());
            assertThat(each.sourceId()).isEqualTo(second.id().id());
            assertThat(each.twinId()).isEmpty();
        });
        ApplyReport stopped = apply();
        assertThat(stopped.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(stopped.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("accept possible duplicates"));
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void acceptedOnesAreSentAndTheAcceptanceIsOfOnePlan() {
        world.from.add(world.entry(4, DAY, 30, "only"));
        sendWithALostLedger();
        edit(world.to.rows().iterator().next());
        assertThat(planned(ACCEPT).outcome()).isEqualTo(Outcome.DONE);
        assertThat(planned(PlanOptions.ofDefaults()).outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(apply().posts()).isZero();

        assertThat(planned(ACCEPT).acceptsPossibleDuplicates()).isTrue();

        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(1);
        assertThat(world.to.rows()).hasSize(2);
        assertThat(possibleDuplicates()).as("nothing is left to send").isEmpty();
        assertThat(planned(PlanOptions.ofDefaults()).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRowOfAnotherPersonDayOrDurationIsNone() {
        world.from.add(world.entry(4, DAY, 30, "only"));
        TimeEntry entry = world.from.rows().iterator().next();
        TimeEntry row = TimeEntry.builder()
                .id(world.to.nextId())
                .person(world.to.person("1"))
                .project(world.to.project("110"))
                .note("other work")
                .workTime(entry.workTime())
                .build();
        world.to.add(row.toBuilder().person(world.to.person("2")).build());
        world.to.add(row.toBuilder()
                .id(world.to.nextId())
                .workTime(interval(entry, Duration.ofDays(1), Duration.ofMinutes(30)))
                .build());
        world.to.add(row.toBuilder()
                .id(world.to.nextId())
                .workTime(interval(entry, Duration.ZERO, Duration.ofMinutes(31)))
                .build());

        assertThat(planned(PlanOptions.ofDefaults()).outcome()).isEqualTo(Outcome.DONE);

        TimeEntry near = row.toBuilder()
                .id(world.to.nextId())
                .workTime(interval(entry, Duration.ofHours(2), Duration.ofMinutes(30)))
                .build();
        world.to.add(near);
        assertThat(planned(PlanOptions.ofDefaults()).possibleDuplicates()).isEqualTo(1);
        assertThat(possibleDuplicates())
                .extracting(PossibleDuplicate::targetId)
                .containsExactly(near.id().id());
    }

    private static WorkTime interval(TimeEntry entry, Duration later, Duration length) {
        WorkTime.Interval time = (WorkTime.Interval) entry.workTime();
        return WorkTime.from(time.start().plus(later), length);
    }

    @Test
    void aNearEqualRowIsNoneWhereEveryEntryHasAnEqualRow() {
        world.from.add(world.entry(4, DAY, 30, "same"));
        sendWithALostLedger();
        edit(world.to.rows().iterator().next().toBuilder().id(world.to.nextId()).build());

        MigrationPlan plan = planned(PlanOptions.ofDefaults());

        assertThat(plan.possibleDuplicates()).isZero();
        assertThat(plan.entriesToSend()).isZero();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void aRowResemblesOnlyAnEntryThatIsToBeSent() {
        world.from.add(world.entry(4, DAY, 30, "has a row"));
        sendWithALostLedger();
        TimeEntry row = world.to.rows().iterator().next();
        edit(row.toBuilder().id(world.to.nextId()).build());
        world.from.add(world.entry(4, DAY, 45, "has none"));

        MigrationPlan plan = planned(PlanOptions.ofDefaults());

        assertThat(plan.entriesToSend()).isEqualTo(1);
        assertThat(plan.possibleDuplicates()).isZero();
    }

    @Test
    void ofTwoEqualEntriesTheOneWithoutARowIsSent() {
        world.from.add(world.entry(4, DAY, 30, "same"));
        TimeEntry second = world.from.add(world.entry(4, DAY, 30, "same"));
        sendWithALostLedger();
        edit(world.to.rows().iterator().next());

        assertThat(planned(PlanOptions.ofDefaults()).possibleDuplicates()).isEqualTo(1);
        assertThat(toSend()).containsExactly(second.id().id());
    }

    @Test
    void otherPoliciesNeitherLookForThemNorAcceptThem() {
        world.from.add(world.entry(4, DAY, 30, "only"));
        sendWithALostLedger();
        edit(world.to.rows().iterator().next());
        world.policy = world.policy.toBuilder().existing(ExistingRows.STOP).build();

        MigrationPlan plan = planned(PlanOptions.ofDefaults());
        assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
        assertThat(plan.possibleDuplicates()).isZero();
        assertThat(plan.entriesToSend()).isEqualTo(1);

        adopt();
        assertThat(apply().outcome())
                .as("planned under stop, applied under adopt")
                .isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void aRowThatWasDeclaredUnrelatedIsNone() {
        world.from.add(world.entry(4, DAY, 30, "only"));
        sendWithALostLedger();
        edit(world.to.rows().iterator().next());
        TimeEntry row = world.to.rows().iterator().next();
        assertThat(planned(PlanOptions.ofDefaults()).possibleDuplicates()).isEqualTo(1);
        try (Migration migration = world.migration()) {
            migration.resolveAsUnrelated(row.id().id());
        }

        assertThat(planned(PlanOptions.ofDefaults()).outcome()).isEqualTo(Outcome.DONE);

        assertThat(apply().posts()).isEqualTo(1);
    }
}
