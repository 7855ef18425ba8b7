package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.Audit;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a later plan makes of the source's list, what it shows, and whose ids and days an undo names. */
class CutoverPlanTest extends CutoverCase {
    /** The ways in which a source shows that an entry was deleted. */
    private enum DeletedAtSource {
        NOT_FOUND_BY_ID,
        MARKED_WHEN_READ_BY_ID,
        MARKED_IN_THE_LIST
    }

    @ParameterizedTest
    @EnumSource
    void eachWayToShowADeletionIsOne(DeletedAtSource way) {
        deletes(50);
        TimeEntryId id = at(4).id();
        TimeEntryId row = row(id.id()).id();
        switch (way) {
            case NOT_FOUND_BY_ID -> world.from.remove(id);
            case MARKED_WHEN_READ_BY_ID -> {
                world.source.listed = rows ->
                        rows.stream().filter(each -> !each.id().equals(id)).toList();
                world.source.read =
                        each -> each.toBuilder().deleted(each.id().equals(id)).build();
            }
            case MARKED_IN_THE_LIST -> edit(4, entry -> entry.deleted(true));
        }

        assertThat(cycle()).isEqualTo(Outcome.DONE);

        assertThat(world.to.rows()).hasSize(5).noneMatch(each -> each.id().equals(row));
        assertThat(world.target.deletes).hasValue(1);
    }

    /** A restored backup can have the same id again, with another creation stamp and other content. */
    @Test
    void theSameIdWithAnotherCreationStampIsAnEdit() {
        edit(
                2,
                entry -> entry.note("other work")
                        .audit(Audit.builder()
                                .createdAt(world.time.clock().instant())
                                .build()));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.updates).hasValue(1);
        assertThat(world.target.posts).hasValue(0);
        assertTargetIsSource();
    }

    @Test
    void showsTheFirstTenOfEachKind() {
        for (int number = 7; number <= 30; number++) {
            world.from.add(world.entry(number, DAY.plusDays(number), 20 + number, "work " + number));
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        deletes(50);
        for (int number = 1; number <= 12; number++) {
            edit(number, entry -> entry.note("edited"));
        }
        for (int number = 13; number <= 24; number++) {
            world.from.remove(at(13).id());
        }
        try (Migration migration = world.migration()) {
            PlannedChanges changes = migration.plan().changes();
            assertThat(changes.updates()).isEqualTo(12);
            assertThat(changes.deletions()).isEqualTo(12);
            for (PlannedChange.Kind kind : PlannedChange.Kind.values()) {
                assertThat(changes.samples())
                        .filteredOn(change -> change.kind() == kind)
                        .hasSize(10);
            }
        }
    }

    /** The target accepts the deletion and deletes nothing, three times. */
    @Test
    void aDeletionIsCheckedByReadingTheRow() {
        deletes(50);
        TimeEntryId row = row(at(4).id().id()).id();
        world.from.remove(at(4).id());
        world.target.deleting = commit -> {};
        assertThat(cycle()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.target.deletes).hasValue(3);
        world.to.remove(row);
        assertThat(cycle()).isEqualTo(Outcome.DONE);
    }

    @Test
    void undoTakesThePersonOfTheTarget() {
        startAgain(Profiles.LIVETIMER, Profiles.TEAMWORK);
        world.mapping = mapping(Map.of("10", "110", "11", "111"))
                .people(Map.of("1", "2"))
                .build();
        world.from.add(world.entry(1, DAY, 30, "work"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            assertThat(migration.undo(UndoScope.everything().ofPerson("1")).deleted())
                    .isZero();
            assertThat(migration.undo(UndoScope.everything().ofPerson("2")).deleted())
                    .isEqualTo(1);
        }
    }

    /** An early morning of the source is the evening before in the target's zone. */
    @Test
    void undoTakesTheDayOfTheTarget() {
        startAgain(Profiles.LIVETIMER, Profiles.TEAMWORK);
        OffsetDateTime early = OffsetDateTime.parse("2024-03-06T01:00:00+01:00");
        world.from.add(world.entry(1, DAY, 30, "work").toBuilder()
                .workTime(WorkTime.from(early, Duration.ofMinutes(30)))
                .build());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        LocalDate sourceDay = at(1).workTime().localDate();
        LocalDate targetDay = row(at(1).id().id()).workTime().localDate();
        assertThat(targetDay).isEqualTo(sourceDay.minusDays(1));
        try (Migration migration = world.migration()) {
            assertThat(migration
                            .undo(UndoScope.everything().from(sourceDay).to(sourceDay))
                            .deleted())
                    .isZero();
            assertThat(migration
                            .undo(UndoScope.everything().from(targetDay).to(targetDay))
                            .deleted())
                    .isEqualTo(1);
        }
    }

    /** A deletion that is only to be reported is not forgotten because an update of the row is in doubt. */
    @Test
    void aDeletionBehindAnUpdateInDoubtIsReportedByTheNextPlan() {
        edit(2, entry -> entry.note("other work"));
        world.target.updating = commit -> {
            commit.run();
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        world.target.updating = Runnable::run;
        world.from.remove(at(2).id());

        try (Migration migration = world.migration()) {
            migration.plan();
            ApplyReport apply = migration.apply();
            assertThat(apply.outcome()).isEqualTo(Outcome.TEMPORARY);
            assertThat(apply.problem().orElseThrow())
                    .isEqualTo("The source changed 1 entry whose last change was in doubt when the plan was made. "
                            + "Plan again, then apply.");
        }

        try (Migration migration = world.migration()) {
            assertThat(migration.plan().changes().remaining()).isEqualTo(1);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().summary())
                    .endsWith(" 1 row remains on the target although its entry was deleted at the source.");
        }
        assertThat(world.target.updates).as("since the crash").hasValue(0);
    }
}
