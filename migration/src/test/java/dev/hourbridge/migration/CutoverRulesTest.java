package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for later runs: what is never deleted, entries without a clear outcome, order, and what undo lists. */
class CutoverRulesTest extends CutoverCase {
    private static final LocalDate OUTSIDE = LocalDate.of(2031, 5, 6);

    private int writes() {
        return world.target.posts.get() + world.target.updates.get() + world.target.deletes.get();
    }

    private ConnectionException lost() {
        return new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
    }

    @Test
    void aPlanOfSomeEntriesNeverDeletes() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("other"));
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        world.from.rows().forEach(other.from::add);
        world = other;
        deletes(50);
        String first = at(1).id().id();
        String second = at(2).id().id();
        PlanOptions only =
                PlanOptions.builder().onlySourceIds(Set.of(first, second)).build();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan(only).outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().posts()).isEqualTo(2);
        }
        world.from.remove(at(2).id());
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().deletions()).isZero();
        }
        assertThat(world.to.rows()).hasSize(2);
    }

    /** The source lists fewer projects by its configuration, and does not find the entries of the others by id. */
    @Test
    void aProjectThatIsNotListedAnyMoreNeverDeletes() {
        deletes(50);
        world.source.listedProjects = Set.of("10");
        world.source.listed = rows -> rows.stream()
                .filter(row -> row.project().orElseThrow().id().equals("10"))
                .toList();
        world.source.hidden = id -> true;
        assertThat(cycle().compareTo(Outcome.TEMPORARY)).isNotZero();
        assertThat(world.to.rows()).hasSize(6);
        assertThat(world.target.deletes).hasValue(0);
    }

    /** The entry was billable when it was sent, and does not pass the filter any more. */
    @Test
    void anEntryThatLeavesTheFilterIsNotDeleted() {
        World other = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory.resolve("other"));
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        for (int number = 1; number <= 4; number++) {
            other.from.add(other.entry(number, DAY.plusDays(number), 30, "work " + number).toBuilder()
                    .billable(Billable.YES)
                    .build());
        }
        world = other;
        deletes(50);
        EntryFilter billable = EntryFilter.builder().billable(true).build();
        try (Migration migration = world.builder().filter(billable).build()) {
            migration.plan();
            assertThat(migration.apply().posts()).isEqualTo(4);
        }
        edit(2, entry -> entry.billable(Billable.NO));
        try (Migration migration = world.builder().filter(billable).build()) {
            migration.plan();
            assertThat(migration.apply().deletions()).isZero();
        }
        assertThat(world.to.rows()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEntryInDoubtThatChangesAtTheSourceIsLookedForAsItWasSent(boolean isStored) {
        world.from.add(world.entry(7, DAY.plusDays(9), 50, "as sent"));
        world.target.answer = (number, entry) -> {
            if (isStored) {
                world.target.commit(entry);
            }
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        edit(7, entry -> entry.note("as edited"));

        assertThat(cycle()).isEqualTo(Outcome.DONE);

        assertTargetIsSource();
        assertThat(world.target.posts).hasValue(isStored ? 0 : 1);
        assertThat(world.target.updates).hasValue(isStored ? 1 : 0);
        assertNothingIsSent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEntryInDoubtThatIsDeletedAtTheSourceIsDeletedOnceItIsFound(boolean isStored) {
        deletes(50);
        world.from.add(world.entry(7, DAY.plusDays(9), 50, "as sent"));
        world.target.answer = (number, entry) -> {
            if (isStored) {
                world.target.commit(entry);
            }
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        world.from.remove(at(7).id());

        assertThat(cycle()).isEqualTo(Outcome.DONE);

        assertTargetIsSource();
        assertThat(world.target.posts).hasValue(0);
        assertThat(world.target.deletes).hasValue(isStored ? 1 : 0);
        assertNothingIsSent();
    }

    @Test
    void aRejectedEntryIsPlannedAgainWithItsNewContent() {
        world.from.add(world.entry(7, DAY.plusDays(9), 50, "rejected"));
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("rejected")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of());
            }
            return world.target.commit(entry);
        };
        assertThat(cycle()).isEqualTo(Outcome.REJECTS);
        edit(7, entry -> entry.note("accepted"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
    }

    @Test
    void skippedEntriesStayAndAreRemovedByAnUndoOfTheirPerson() {
        edit(2, entry -> entry.person(world.from.person("2")));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        deletes(50);
        world.mapping = mapping(Map.of("10", "110", "11", "111"))
                .skip(EntryField.PERSON, Set.of("2"))
                .people(Map.of("1", "1"))
                .build();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().sentAndSkipped()).isEqualTo(1);
            migration.apply();
            assertThat(world.to.rows()).hasSize(6);
            assertThat(migration.undo(UndoScope.everything().ofPerson("2")).deleted())
                    .isEqualTo(1);
        }
        assertThat(world.to.rows()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheServiceCannotUpdateIsReportedAndStays(Profiles to) {
        Profiles from = to == Profiles.LIVETIMER ? Profiles.TEAMWORK : Profiles.LIVETIMER;
        World other = new World(from, to, directory.resolve("other"));
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        for (int number = 1; number <= 3; number++) {
            other.from.add(other.entry(number, DAY.plusDays(number), 30, "work " + number));
        }
        world = other;
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        List<TimeEntry> before = List.copyOf(world.to.rows());
        switch (to) {
            case CODEBASE -> edit(2, entry -> entry.project(world.from.project("11")));
            case TEAMWORK -> edit(2, entry -> entry.task(world.from.task("20")));
            case TEAMPULSE, LIVETIMER -> edit(2, entry -> entry.person(world.from.person("2")));
        }
        world.restart();
        try (Migration migration = world.migration()) {
            migration.plan();
            ApplyReport report = migration.apply();
            assertThat(report.changes().notUpdatable()).isEqualTo(1);
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        }
        assertThat(world.to.rows()).containsExactlyElementsOf(before);
        assertThat(writes()).isZero();
    }

    @Test
    void aConflictEndsOnceTheRowIsAsPlanned() {
        editRow(2, row -> row.note("by a colleague"));
        edit(2, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        editRow(2, row -> row.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.updates).hasValue(0);
        assertNothingIsSent();
    }

    @Test
    void aRowOnAnInvoiceIsNotUpdated() {
        editRow(2, row -> row.invoice(Invoice.numbered("7")));
        edit(2, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void aDeletionOfARowThatIsGoneIsDone() {
        deletes(50);
        world.to.remove(row(at(4).id().id()).id());
        world.from.remove(at(4).id());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.deletes).hasValue(0);
        assertNothingIsSent();
    }

    /** The target stores the field as sent, and changes another one as well. */
    @Test
    void stopsAtTheFirstUpdateThatChangesAnotherField() {
        edit(2, entry -> entry.note("edited"));
        edit(3, entry -> entry.note("edited, too"));
        TimeEntryId id = row(at(2).id().id()).id();
        world.target.updating = commit -> {
            commit.run();
            world.to.rows().stream()
                    .filter(row -> row.id().equals(id))
                    .toList()
                    .forEach(row ->
                            world.to.add(row.toBuilder().tags(List.of("new")).build()));
        };
        try (Migration migration = world.migration()) {
            migration.plan();
            ApplyReport report = migration.apply();
            assertThat(report.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(report.problem().orElseThrow()).contains("also changed its tags");
        }
        assertThat(world.target.updates).hasValue(1);
    }

    @Test
    void updatesAndDeletionsRunAfterCreatesAndOneAtATime() {
        deletes(50);
        List<String> order = new ArrayList<>();
        world.from.add(world.entry(7, DAY.plusDays(9), 50, "new"));
        edit(2, entry -> entry.note("edited"));
        world.from.remove(at(4).id());
        int[] inFlight = new int[1];
        world.target.answer = (number, entry) -> {
            order.add("create");
            return world.target.commit(entry);
        };
        world.target.updating = commit -> {
            order.add("update");
            assertThat(++inFlight[0]).isEqualTo(1);
            commit.run();
            inFlight[0]--;
        };
        world.target.deleting = commit -> {
            order.add("delete");
            assertThat(++inFlight[0]).isEqualTo(1);
            commit.run();
            inFlight[0]--;
        };
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(order.get(0)).isEqualTo("create");
        assertThat(order).containsExactlyInAnyOrder("create", "update", "delete");
    }

    @Test
    void undoListsTheRowsThatThisLedgerDeleted() {
        deletes(50);
        String id = at(4).id().id();
        world.from.remove(at(4).id());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            UndoReport undo = migration.undo();
            assertThat(undo.deleted()).isEqualTo(5);
            assertThat(undo.retained())
                    .filteredOn(row -> row.sourceId().equals(id))
                    .singleElement()
                    .satisfies(row -> assertThat(row.reason()).contains("cannot be restored"));
        }
    }

    /** The new range is recorded with the new plan, or not at all. */
    @Test
    void aPlanThatIsTornLeavesTheOldRange() {
        LedgerWriteHook torn = new QuickWriteHook() {
            @Override
            public void inside(Write write) {
                if (write == Write.PLAN) {
                    throw new Crash();
                }
            }
        };
        LocalDate earlier = World.FIRST.minusMonths(3);
        try (Migration wider =
                world.builder().range(earlier, World.LAST).hook(torn).build()) {
            assertThatExceptionOfType(Crash.class).isThrownBy(wider::plan);
        }
        assertNothingIsSent();
    }

    @Test
    void aRecreatedIdIsANewGenerationAndTheOldRowStaysKnown() {
        deletes(50);
        TimeEntry deleted = at(4);
        String old = row(deleted.id().id()).id().id();
        world.from.remove(deleted.id());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.from.add(deleted);
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        List<String> rows = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entry -> {
                if (entry.sourceId().equals(deleted.id().id())) {
                    rows.add(entry.targetId().orElse(""));
                }
            });
        }
        assertThat(rows).hasSize(2).startsWith(old).doesNotHaveDuplicates();
    }

    /** Entries outside of the listed range are read by id, and count in no total of the range. */
    @Test
    void anEntryThatLeftTheRangeIsVerifiedByItsId() {
        edit(
                3,
                entry -> entry.workTime(WorkTime.from(
                        OUTSIDE.atTime(8, 0).atZone(Profiles.TEAMWORK_ZONE).toOffsetDateTime(),
                        Duration.ofMinutes(40))));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        TimeEntry moved = row(at(3).id().id());
        try (Migration migration = world.migration()) {
            VerifyReport verify = migration.verify();
            assertThat(verify.outcome()).isEqualTo(Outcome.DONE);
            assertThat(verify.totalChecks()).noneMatch(TotalCheck::disagrees);
        }
        world.to.add(moved.toBuilder().note("by a colleague").build());
        try (Migration migration = world.migration()) {
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        }
    }

    /** A write whose response is lost three times is in doubt, and the row is read before each. */
    @Test
    void aDeletionThatNeverHasAResponseIsSentThreeTimes() {
        deletes(50);
        world.from.remove(at(4).id());
        world.target.deleting = commit -> {
            throw lost();
        };
        assertThat(cycle()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.target.deletes).hasValue(3);
    }
}
