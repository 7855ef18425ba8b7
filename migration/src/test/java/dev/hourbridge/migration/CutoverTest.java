package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Later plans and applies in one ledger: what was edited, moved or deleted at the source meanwhile. */
class CutoverTest extends CutoverCase {
    @Test
    void updatesExactlyTheFieldsThatDiffer() {
        edit(2, entry -> entry.note("other work"));
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().updates()).isEqualTo(1);
            assertThat(plan.changes().samples()).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(PlannedChange.Kind.UPDATE);
                assertThat(change.fields()).singleElement().satisfies(field -> {
                    assertThat(field.field()).isEqualTo(EntryField.NOTE);
                    assertThat(field.before()).contains("work 2");
                    assertThat(field.after()).contains("other work");
                });
            });
            ApplyReport apply = migration.apply();
            assertThat(apply.updates()).isEqualTo(1);
            assertThat(apply.posts()).isZero();
            assertThat(apply.outcome()).isEqualTo(Outcome.DONE);
            VerifyReport verify = migration.verify();
            assertThat(verify.outcome()).isEqualTo(Outcome.DONE);
            assertThat(verify.source().isUnchanged()).isTrue();
        }
        assertThat(world.target.lastUpdate.workTime().isLeave()).isTrue();
        assertThat(world.target.lastUpdate.project().isLeave()).isTrue();
        assertThat(world.target.lastUpdate.note().value()).contains("other work");
        assertTargetIsSource();
        assertNothingIsSent();
    }

    @Test
    void changedStampsAreNoChange() {
        edit(
                2,
                entry -> entry.audit(Audit.builder()
                        .createdAt(world.time.clock().instant())
                        .updatedAt(world.time.clock().instant())
                        .build()));
        assertNothingIsSent();
    }

    @Test
    void updatesNothingForAFieldThatTheTargetCannotHold() {
        edit(2, entry -> entry.activity(ActivityRef.of(world.from.account, "31")));
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().changes().isNothingToSend()).isTrue();
        }
        assertNothingIsSent();
    }

    @Test
    void followsAnEntryOutOfTheRangeAndBack() {
        WorkTime before = at(3).workTime();
        LocalDate outside = LocalDate.of(2031, 5, 6);
        edit(3, entry -> entry.workTime(WorkTime.on(outside, Duration.ofMinutes(40))));
        edit(
                3,
                entry -> entry.workTime(WorkTime.from(
                        outside.atTime(8, 0).atZone(Profiles.TEAMWORK_ZONE).toOffsetDateTime(),
                        Duration.ofMinutes(40))));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(row(at(3).id().id()).workTime().localDate()).isEqualTo(outside);
        assertNothingIsSent();
        edit(3, entry -> entry.workTime(before));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
    }

    @Test
    void movesAnEntryToAnotherPersonAndProject() {
        edit(2, entry -> entry.person(world.from.person("2")).project(world.from.project("11")));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        TimeEntry row = row(at(2).id().id());
        assertThat(row.person()).contains(world.to.person("2"));
        assertThat(row.project()).contains(world.to.project("111"));
        assertNothingIsSent();
    }

    @Test
    void reportsWhatTheTargetCannotUpdate() {
        edit(2, entry -> entry.task(world.from.task("20")));
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().notUpdatable()).isEqualTo(1);
            assertThat(plan.changes().samples().get(0).reason().orElseThrow())
                    .isEqualTo("the target cannot change the task of an entry");
            assertThat(plan.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        }
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void leavesDeletedEntriesAndCountsThemByDefault() {
        world.from.remove(at(4).id());
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
            assertThat(plan.changes().remaining()).isEqualTo(1);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            VerifyReport verify = migration.verify();
            assertThat(verify.outcome()).isEqualTo(Outcome.DONE);
            assertThat(verify.summary())
                    .endsWith(" 1 row remains on the target although its entry was deleted at the source.");
        }
        assertThat(world.to.rows()).hasSize(6);
    }

    @Test
    void deletesDeletedEntriesWhereThePolicyIsTo() {
        deletes(1);
        world.from.remove(at(4).id());
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().changes().deletions()).isEqualTo(1);
            ApplyReport apply = migration.apply();
            assertThat(apply.deletions()).isEqualTo(1);
            assertThat(apply.states()).containsEntry(EntryState.DELETED, 1L);
            VerifyReport verify = migration.verify();
            assertThat(verify.outcome()).isEqualTo(Outcome.DONE);
            assertThat(verify.entries()).isEqualTo(5);
        }
        assertTargetIsSource();
        assertNothingIsSent();
    }

    @Test
    void createsAgainWhatIsListedAgainAfterItsDeletion() {
        deletes(1);
        TimeEntry deleted = at(4);
        world.from.remove(deleted.id());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.from.add(deleted.toBuilder().note("back").build());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
        assertNothingIsSent();
        world.from.remove(deleted.id());
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
    }

    @Test
    void appliesNothingIfMoreIsToBeDeletedThanThePolicyAllows() {
        deletes(1);
        world.from.remove(at(4).id());
        world.from.remove(at(4).id());
        edit(1, entry -> entry.note("edited"));
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            ApplyReport apply = migration.apply();
            assertThat(apply.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(apply.problem().orElseThrow()).contains("policy.maxDeletes");
        }
        assertThat(world.target.updates.get() + world.target.deletes.get()).isZero();
    }

    @Test
    void takesNoShortListForDeletions() {
        deletes(50);
        world.source.listed = rows -> rows.subList(0, 2);
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(6);
        assertThat(world.target.deletes).hasValue(0);
    }

    @Test
    void takesNoListForCompleteThatIsAnotherTheSecondTime() {
        deletes(50);
        TimeEntryId hidden = at(4).id();
        int[] lists = new int[1];
        world.source.beforeList = () -> lists[0]++;
        world.source.listed = rows -> lists[0] > 1
                ? rows
                : rows.stream().filter(row -> !row.id().equals(hidden)).toList();
        world.source.hidden = id -> id.equals(hidden);
        assertThat(cycle()).isEqualTo(Outcome.TEMPORARY);
        assertThat(world.to.rows()).hasSize(6);
    }

    @Test
    void takesNoLostPermissionForDeletions() {
        deletes(50);
        world.source.listed = rows -> rows.stream()
                .filter(row -> row.project().orElseThrow().id().equals("10"))
                .toList();
        world.source.hidden = id -> world.from.rows().stream()
                .anyMatch(row ->
                        row.id().equals(id) && !row.project().orElseThrow().id().equals("10"));
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().notVisible()).isEqualTo(3);
            assertThat(plan.outcome()).isEqualTo(Outcome.TEMPORARY);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.TEMPORARY);
        }
        assertThat(world.to.rows()).hasSize(6);
    }

    @Test
    void skipNeverDeletes() {
        deletes(50);
        world.mapping = mapping(Map.of("10", "110"))
                .skip(EntryField.PROJECT, Set.of("11"))
                .build();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.sentAndSkipped()).isEqualTo(3);
            assertThat(plan.changes().deletions()).isZero();
            migration.apply();
        }
        assertThat(world.to.rows()).hasSize(6);
    }

    @Test
    void neverOverwritesWhatAnotherUserChangedUntilTheUserDecides() {
        editRow(2, row -> row.note("by a colleague"));
        edit(2, entry -> entry.workTime(longer(entry.build().workTime())));
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().conflicts()).isEqualTo(1);
            assertThat(plan.changes().samples().get(0).conflict())
                    .extracting(FieldDifference::field)
                    .containsExactly(EntryField.NOTE);
        }
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
        try (Migration migration = world.migration()) {
            migration.resolveByKeepingTarget(at(2).id().id());
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(row(at(2).id().id()).note()).isEqualTo("by a colleague");
        edit(2, entry -> entry.note("changed again"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
        try (Migration migration = world.migration()) {
            migration.resolveByOverwriting(at(2).id().id());
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
        assertNothingIsSent();
    }

    private static WorkTime longer(WorkTime time) {
        return WorkTime.from(((WorkTime.Interval) time).start(), time.duration().plusMinutes(5));
    }

    @Test
    void anOverwriteIsOfTheRowThatTheUserSaw() {
        editRow(2, row -> row.note("by a colleague"));
        edit(2, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        try (Migration migration = world.migration()) {
            migration.resolveByOverwriting(at(2).id().id());
        }
        editRow(2, row -> row.note("by a colleague, again"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void neverCreatesAgainWhatAnotherUserDeletedUntilTheUserDecides() {
        world.to.remove(row(at(2).id().id()).id());
        edit(2, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.to.rows()).hasSize(5);
        try (Migration migration = world.migration()) {
            migration.resolveByOverwriting(at(2).id().id());
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertTargetIsSource();
        assertNothingIsSent();
    }

    @Test
    void neverDeletesWhatAnotherUserChangedOrThatIsInvoiced() {
        deletes(50);
        editRow(2, row -> row.billable(Billable.YES).note("by a colleague"));
        editRow(4, row -> row.invoice(Invoice.numbered("7")));
        world.from.remove(at(4).id());
        world.from.remove(at(2).id());
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().changes().conflicts()).isEqualTo(2);
        }
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.to.rows()).hasSize(6);
        assertThat(world.target.deletes).hasValue(0);
    }

    @Test
    void isDoneWithoutAWriteIfTheRowIsAsPlannedAlready() {
        editRow(2, row -> row.note("same edit"));
        edit(2, entry -> entry.note("same edit"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void stopsIfTheMappingChangedUntilThePolicyIsToUpdate() {
        world.mapping = mapping(Map.of("10", "118", "11", "111")).build();
        edit(1, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.updates).hasValue(0);
        world.policy = world.policy.toBuilder().remapped(RemappedEntries.UPDATE).build();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().remapped()).isEqualTo(3);
            assertThat(plan.changes().updates()).isEqualTo(1);
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(row(at(2).id().id()).project()).contains(world.to.project("118"));
        assertNothingIsSent();
    }

    @Test
    void reportsChangesWhereThePolicyIsTo() {
        world.policy = world.policy.toBuilder().changed(ChangedEntries.REPORT).build();
        edit(2, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void theRangeGrowsAndDoesNotShrink() {
        LocalDate earlier = World.FIRST.minusMonths(3);
        world.from.add(world.entry(9, earlier, 60, "earlier"));
        try (Migration wider = world.builder().range(earlier, World.LAST).build()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(wider::apply)
                    .withMessageContaining("Plan again");
            assertThat(wider.plan().entries()).isEqualTo(7);
            assertThat(wider.apply().posts()).isEqualTo(1);
            assertThat(wider.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        try (Migration narrower = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(narrower::plan)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
        }
    }

    @Test
    void undoComparesWithTheVersionWrittenLast() {
        edit(2, entry -> entry.note("edited"));
        world.time.sleep(Duration.ofHours(1));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.time.sleep(Duration.ofHours(1));
        world.to
                .client(FakeService.OWNER)
                .update(
                        row(at(3).id().id()).id(),
                        TimeEntryUpdate.builder().tags(List.of("b", "a")).build());
        try (Migration migration = world.migration()) {
            UndoReport undo = migration.undo();
            assertThat(undo.deleted()).isEqualTo(5);
            assertThat(undo.retained()).hasSize(1);
            assertThatExceptionOfType(LedgerException.class).isThrownBy(migration::plan);
        }
    }

    @Test
    void theLedgerIsUsableAfterAnUndoOfAPersonOrOfDays() {
        edit(2, entry -> entry.person(world.from.person("2")));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        try (Migration migration = world.migration()) {
            assertThat(migration.undo(UndoScope.everything().ofPerson("2")).deleted())
                    .isEqualTo(1);
            assertThat(migration
                            .undo(UndoScope.everything().from(DAY.plusDays(5)).to(DAY.plusDays(6)))
                            .deleted())
                    .isEqualTo(2);
        }
        edit(2, entry -> entry.note("not of interest any more"));
        edit(3, entry -> entry.note("edited"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(3);
        assertThat(world.target.updates).hasValue(2);
        assertNothingIsSent();
    }

    @Test
    void anUpdateThatArrivesLateDoesNotReplaceANewerOne() {
        edit(2, entry -> entry.note("first edit"));
        world.target.updating = commit -> {
            world.time.after(Duration.ofSeconds(60), commit);
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        edit(2, entry -> entry.note("second edit"));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.time.sleep(Duration.ofHours(1));
        assertThat(row(at(2).id().id()).note()).isEqualTo("second edit");
        assertNothingIsSent();
    }

    @Test
    void anEditDuringADoubtIsNotOverwritten() {
        edit(2, entry -> entry.note("edited"));
        world.target.updating = commit -> {
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        editRow(2, row -> row.note("by a colleague"));
        assertThat(cycle()).isEqualTo(Outcome.DIFFERENT);
        assertThat(world.target.updates).hasValue(0);
    }

    @Test
    void anUpdateThatNeverHasAResponseIsSentThreeTimesAndStaysInDoubt() {
        edit(2, entry -> entry.note("edited"));
        world.target.updating = commit -> {
            throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
        };
        assertThat(cycle()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(world.target.updates).hasValue(3);
    }

    @Test
    void stopsAtTheFirstUpdateThatComesBackDifferent() {
        edit(2, entry -> entry.note("edited"));
        edit(3, entry -> entry.note("edited, too"));
        TimeEntry row = row(at(2).id().id());
        world.target.updating = commit -> {
            commit.run();
            world.to.add(row.toBuilder().note("stored otherwise").build());
        };
        assertThat(cycle()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.updates).hasValue(1);
        world.restart();
        assertThat(cycle()).as("again").isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(world.target.updates).hasValue(0);
        try (Migration migration = world.migration()) {
            migration.resolveByKeepingTarget(at(2).id().id());
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(row(at(3).id().id()).note()).isEqualTo("edited, too");
    }

    @Test
    void decisionsAreOfRowsThatDiffer() {
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> migration.resolveByOverwriting(at(1).id().id()))
                    .withMessageContaining("as planned");
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> migration.resolveByKeepingTarget("4711"));
        }
    }

    @Test
    void adoptedRowsAreUpdatedAndNeverDeleted() {
        World second = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("second"));
        assertThat(directory.resolve("second").toFile().mkdirs()).isTrue();
        world.from.rows().forEach(second.from::add);
        world.to.rows().forEach(second.to::add);
        second.policy = world.policy.toBuilder()
                .existing(ExistingRows.ADOPT)
                .deleted(DeletedEntries.DELETE)
                .build();
        world = second;
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts).hasValue(0);
        edit(2, entry -> entry.note("edited"));
        world.from.remove(at(4).id());
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.changes().adopted()).isEqualTo(1);
            assertThat(plan.changes().remaining()).isEqualTo(1);
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.updates).hasValue(1);
        assertThat(world.to.rows()).hasSize(6);
        try (Migration migration = world.migration()) {
            UndoReport undo = migration.undo();
            assertThat(undo.deleted()).isZero();
            assertThat(undo.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(undo.retained())
                    .singleElement()
                    .satisfies(row -> assertThat(row.reason()).contains("was on the target before"));
        }
    }
}
