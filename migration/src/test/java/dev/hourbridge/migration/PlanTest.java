package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    private World world(Profiles from, Profiles to) {
        return new World(from, to, directory);
    }

    private static MigrationPlan plan(World world) {
        try (Migration migration = world.migration()) {
            return migration.plan();
        }
    }

    private static List<EntryReport> entries(World world) {
        List<EntryReport> entries = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.forEachEntry(entries::add);
        }
        return entries;
    }

    private static TimeEntry.Builder bare(World world, WorkTime time) {
        return TimeEntry.builder()
                .id(world.from.nextId())
                .person(world.from.person("1"))
                .project(world.from.project("10"))
                .workTime(time);
    }

    @Test
    void namesWhatTheMappingLacksWithHowOftenAndUnderWhichName() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.mapping = Mapping.builder().people(Map.of("1", "1")).build();
        for (int i = 0; i < 3; i++) {
            world.from.add(world.entry(2, DAY, 30, "n" + i).toBuilder()
                    .projectName("Website")
                    .build());
        }
        world.from.add(world.entry(2, DAY, 30, "of another").toBuilder()
                .person(world.from.person("5"))
                .personName("Paul")
                .build());
        MigrationPlan plan = plan(world);
        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(plan.entries()).isEqualTo(4);
        assertThat(plan.incompleteEntries()).isEqualTo(4);
        assertThat(plan.unmapped()).hasSize(2);
        assertThat(plan.unmapped().get(0).kind()).isEqualTo(EntryField.PERSON);
        assertThat(plan.unmapped().get(0).name()).contains("Paul");
        assertThat(plan.unmapped().get(1).kind()).isEqualTo(EntryField.PROJECT);
        assertThat(plan.unmapped().get(1).id()).isEqualTo("10");
        assertThat(plan.unmapped().get(1).entries()).isEqualTo(4);
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void plansAgainInTheSameLedgerOnceTheMappingIsMended() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK).seed(10);
        Mapping good = world.mapping;
        world.mapping = Mapping.builder().build();
        assertThat(plan(world).outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        world.mapping = good;
        MigrationPlan plan = plan(world);
        assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
        assertThat(plan.unmapped()).isEmpty();
        assertThat(plan.entries()).isEqualTo(10);
    }

    @Test
    void theRuleThatNamesMostFieldsWins() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .defaultActivity("Work")
                .work(List.of(
                        WorkRule.builder().fromProject("10").toTask("1").build(),
                        WorkRule.builder()
                                .fromProject("10")
                                .fromActivity("30")
                                .toTask("2")
                                .toActivity("Billable")
                                .build(),
                        WorkRule.builder().fromProject("11").toTask("3").build()))
                .build();
        world.from.add(world.entry(2, DAY, 30, "both"));
        world.from.add(world.entry(1, DAY, 30, "project only"));
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .extracting(row -> row.task().orElseThrow().id()
                        + row.activity().orElseThrow().id())
                .containsExactlyInAnyOrder("2Billable", "3Work");
    }

    @Test
    void aTaskWithoutAMapIsALossWhereTheTargetDemandsNone() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "110"))
                .build();
        world.from.add(world.entry(2, DAY, 30, "on a task").toBuilder()
                .task(world.from.task("77"))
                .build());
        MigrationPlan plan = plan(world);
        assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
        assertThat(loss(plan, EntryField.TASK)).isEqualTo(LossKind.DROPPED);
    }

    @Test
    void aTaskWithoutAMapIsAskedForWhereTheTargetDemandsIt() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .defaultActivity("Work")
                .build();
        world.from.add(world.entry(2, DAY, 30, "on a task").toBuilder()
                .task(world.from.task("77"))
                .build());
        MigrationPlan plan = plan(world);
        assertThat(plan.unmapped())
                .singleElement()
                .matches(unmapped ->
                        unmapped.kind() == EntryField.TASK && unmapped.id().equals("77"));
    }

    private static LossKind loss(MigrationPlan plan, EntryField field) {
        return plan.losses().stream()
                .filter(loss -> loss.field() == field)
                .findFirst()
                .orElseThrow()
                .kind();
    }

    @Test
    void countsEachLossWithItsShareAndSamples() {
        World world = world(Profiles.TEAMWORK, Profiles.CODEBASE).seed(10);
        world.from.add(world.entry(2, DAY, 30, "billed").toBuilder()
                .invoice(Invoice.numbered("9"))
                .build());
        world.from.add(world.entry(2, DAY, 30, "  "));
        MigrationPlan plan = plan(world);
        FieldLoss start = plan.losses().stream()
                .filter(loss -> loss.field() == EntryField.START)
                .findFirst()
                .orElseThrow();
        assertThat(start.kind()).isEqualTo(LossKind.DROPPED);
        assertThat(start.entries()).isEqualTo(12);
        assertThat(start.share()).isEqualTo(1.0);
        assertThat(start.samples()).hasSize(3);
        assertThat(loss(plan, EntryField.BILLABLE)).isEqualTo(LossKind.DROPPED);
        assertThat(loss(plan, EntryField.TAGS)).isEqualTo(LossKind.DROPPED);
        assertThat(loss(plan, EntryField.INVOICE)).isEqualTo(LossKind.DROPPED);
        assertThat(loss(plan, EntryField.NOTE)).isEqualTo(LossKind.DEFAULTED);
    }

    @Test
    void unspecifiedBillableIsNeitherSentNorANo() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK).seed(3);
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.apply();
        }
        assertThat(world.to.rows()).allMatch(row -> row.billable() == Billable.UNSPECIFIED);
    }

    @Test
    void cutsANoteAtACodePointAndSaysSo() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.from.add(world.entry(2, DAY, 30, "x".repeat(127) + "🙂🙂"));
        assertThat(entries(world)).singleElement().satisfies(entry -> {
            assertThat(entry.note()).isEqualTo("x".repeat(127));
            assertThat(entry.losses()).anyMatch(isOf(EntryField.NOTE, LossKind.CUT));
            assertThat(values(entry)).containsEntry(EntryField.NOTE, "🙂🙂");
        });
    }

    @Test
    void eachLossHasTheValueAtTheSource() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMPULSE);
        world.from.add(world.entry(3, DAY, 30, "note").toBuilder()
                .activity(ActivityRef.of(world.from.account, "31"))
                .client(ClientRef.of(world.from.account, "77"))
                .build());
        assertThat(entries(world))
                .singleElement()
                .satisfies(entry -> assertThat(values(entry))
                        .containsEntry(EntryField.ACTIVITY, "31")
                        .containsEntry(EntryField.CLIENT, "77")
                        .containsEntry(EntryField.PROJECT, "11")
                        .containsEntry(EntryField.START, "2024-03-05T11:03-05:00"));
    }

    @Test
    void replacesWhatTheTargetsFormatCannotCarry() {
        World world = world(Profiles.TEAMWORK, Profiles.LIVETIMER);
        world.from.add(world.entry(2, DAY, 30, "bell\u0007 and half \ud83d emoji"));
        assertThat(entries(world)).singleElement().satisfies(entry -> {
            assertThat(entry.note()).isEqualTo("bell\ufffd and half \ufffd emoji");
            assertThat(entry.losses()).anyMatch(isOf(EntryField.NOTE, LossKind.CHANGED));
        });
    }

    @Test
    void putsASpaceIntoTheEndOfACdataSectionAndSaysSo() {
        World world = world(Profiles.TEAMWORK, Profiles.LIVETIMER);
        world.from.add(world.entry(2, DAY, 30, "if a[b[0]]>1 ]]>"));
        assertThat(entries(world)).singleElement().satisfies(entry -> {
            assertThat(entry.note()).isEqualTo("if a[b[0]] >1 ]] >");
            assertThat(entry.losses()).anyMatch(isOf(EntryField.NOTE, LossKind.CHANGED));
        });
    }

    @Test
    void keepsTheEndOfACdataSectionWhereTheTargetCanHoldIt() {
        World world = world(Profiles.TEAMWORK, Profiles.CODEBASE);
        world.from.add(world.entry(2, DAY, 30, "a ]]> b"));
        assertThat(entries(world)).singleElement().satisfies(entry -> {
            assertThat(entry.note()).isEqualTo("a ]]> b");
            assertThat(entry.losses()).noneMatch(loss -> loss.field() == EntryField.NOTE);
        });
    }

    @Test
    void inventsNoStart() {
        World world = world(Profiles.CODEBASE, Profiles.TEAMWORK).seed(2);
        world.policy = Policy.ofDefaults();
        MigrationPlan plan = plan(world);
        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(loss(plan, EntryField.START)).isEqualTo(LossKind.NEEDS_INPUT);
        world.policy = Policy.builder().startPolicy(LocalTime.of(9, 0)).build();
        MigrationPlan allowed = plan(world);
        assertThat(allowed.outcome()).isEqualTo(Outcome.DONE);
        assertThat(loss(allowed, EntryField.START)).isEqualTo(LossKind.DEFAULTED);
    }

    @Test
    void keepsTheInstantAndDeclaresTheDayThatMoves() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.from.add(
                bare(world, WorkTime.from(OffsetDateTime.parse("2024-03-05T02:30:00+01:00"), Duration.ofMinutes(30)))
                        .build());
        assertThat(entries(world)).singleElement().satisfies(entry -> {
            assertThat(entry.day()).isEqualTo(LocalDate.of(2024, 3, 4));
            assertThat(entry.losses()).anyMatch(isOf(EntryField.DATE, LossKind.MOVED));
        });
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        WorkTime.Interval stored =
                (WorkTime.Interval) List.copyOf(world.to.rows()).get(0).workTime();
        assertThat(stored.start().toInstant())
                .isEqualTo(OffsetDateTime.parse("2024-03-05T02:30:00+01:00").toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-03T05:30:00Z", "2024-11-03T06:30:00Z"})
    void declaresAStartInARepeatedHour(String instant) {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.from.add(bare(world, WorkTime.from(OffsetDateTime.parse(instant), Duration.ofMinutes(30)))
                .build());
        assertThat(entries(world))
                .singleElement()
                .satisfies(entry -> assertThat(entry.losses()).anyMatch(isOf(EntryField.START, LossKind.AMBIGUOUS)));
        try (Migration migration = world.migration()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nearest,30,60",
        "nearest,29,0",
        "nearest,89,60",
        "nearest,90,120",
        "up,1,60",
        "up,60,60",
        "up,61,120",
        "down,119,60",
        "down,59,0"
    })
    void roundsToTheTargetsMinutes(String mode, long seconds, long rounded) {
        World world = world(Profiles.TEAMPULSE, Profiles.CODEBASE);
        Rounding rounding =
                mode.equals("nearest") ? Rounding.nearest() : mode.equals("up") ? Rounding.up() : Rounding.down();
        world.policy = Policy.builder().rounding(rounding).build();
        world.from.add(TimeEntry.builder()
                .id(world.from.nextId())
                .person(world.from.person("1"))
                .task(world.from.task("20"))
                .workTime(WorkTime.on(DAY, Duration.ofSeconds(seconds)))
                .build());
        assertThat(entries(world))
                .singleElement()
                .satisfies(entry -> assertThat(entry.duration()).isEqualTo(Duration.ofSeconds(rounded)));
    }

    @ParameterizedTest
    @CsvSource({"7,0", "8,15", "22,15", "23,30", "15,15"})
    void roundsToAStep(long minutes, long rounded) {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.policy = Policy.builder().rounding(Rounding.step(15)).build();
        world.from.add(world.entry(2, DAY, (int) minutes, "step"));
        assertThat(entries(world))
                .singleElement()
                .satisfies(entry -> assertThat(entry.duration()).isEqualTo(Duration.ofMinutes(rounded)));
    }

    @Test
    void keepsTheSumOfEachPersonProjectAndMonth() {
        long seed = 4711;
        Random random = new Random(seed);
        World world = world(Profiles.TEAMPULSE, Profiles.CODEBASE);
        world.policy = Policy.builder().rounding(Rounding.sumPreserving()).build();
        for (int i = 0; i < 300; i++) {
            world.from.add(TimeEntry.builder()
                    .id(world.from.nextId())
                    .person(world.from.person(random.nextBoolean() ? "1" : "2"))
                    .task(world.from.task("20"))
                    .workTime(WorkTime.on(
                            World.FIRST.plusDays(random.nextInt(60)), Duration.ofSeconds(random.nextInt(20_000))))
                    .build());
        }
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().roundedEntries()).isPositive();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            VerifyReport report = migration.verify();
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.totals())
                    .hasSize(4)
                    .as("seed %s", seed)
                    .allSatisfy(line -> assertThat(
                                    line.planned().minus(line.source()).abs())
                            .isLessThanOrEqualTo(Duration.ofSeconds(30)));
            migration.forEachEntry(entry -> {
                long exact = world.from.rows().stream()
                        .filter(row -> row.id().id().equals(entry.sourceId()))
                        .findFirst()
                        .orElseThrow()
                        .workTime()
                        .duration()
                        .toSeconds();
                assertThat(Math.abs(entry.duration().toSeconds() - exact)).isLessThan(60);
            });
        }
    }

    @Test
    void leavesOutWhatTheSourceHoldsAsDeleted() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK).seed(3);
        world.from.add(world.entry(2, DAY, 30, "gone").toBuilder().deleted(true).build());
        MigrationPlan plan = plan(world);
        assertThat(plan.entries()).isEqualTo(3);
        assertThat(plan.deletedAtSource()).isEqualTo(1);
    }

    @Test
    void theSamePlanHasTheSameDigest() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK).seed(20);
        String first = plan(world).digest();
        assertThat(plan(world).digest()).isEqualTo(first);
        world.from.add(world.entry(2, DAY, 31, "one more"));
        assertThat(plan(world).digest()).isNotEqualTo(first);
    }

    @Test
    void refusesWhatCannotBeRightBeforeAnythingElse() {
        World world = world(Profiles.LIVETIMER, Profiles.TEAMWORK);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Migration.builder().build());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> world.builder().target(world.source).build());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> world.builder().range(World.LAST, World.FIRST).build());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> Policy.builder().settle(Duration.ofSeconds(59)).build());
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Rounding.step(0));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> WorkRule.builder().toTask("1").build());
    }

    private static Map<EntryField, String> values(EntryReport entry) {
        Map<EntryField, String> values = new EnumMap<>(EntryField.class);
        entry.losses().forEach(loss -> loss.sourceValue().ifPresent(value -> values.put(loss.field(), value)));
        return values;
    }

    private static Predicate<EntryLoss> isOf(EntryField field, LossKind kind) {
        return loss -> loss.field() == field && loss.kind() == kind;
    }
}
