package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {
    private static final int ENTRIES = 20;

    @TempDir
    Path directory;

    World world;

    @BeforeEach
    void migrated() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        world.mapping = Mapping.builder()
                .defaultPerson("1")
                .defaultProject("110")
                .defaultBillable(Billable.YES)
                .build();
        world.seed(ENTRIES);
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    private VerifyReport verify() {
        try (Migration migration = world.migration()) {
            return migration.verify();
        }
    }

    private TimeEntry any() {
        return List.copyOf(world.to.rows()).get(7);
    }

    @Test
    void saysInOneSentenceThatAllIsThere() {
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        long minutes = report.planned().toMinutes();
        assertThat(report.summary())
                .isEqualTo("All 20 entries are on the target, 20 with declared loss. " + minutes + " of " + minutes
                        + " minutes.");
    }

    @Test
    void findsAMissingRow() {
        world.to.remove(any().id());
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.verdicts()).containsEntry(Verdict.MISSING, 1L);
        assertThat(report.noLongerListed()).isEqualTo(1);
        assertThat(report.notSent()).isZero();
        assertThat(report.summary()).startsWith("NOT FINISHED: 1 missing");
    }

    @Test
    void findsAChangeInEachFieldThatWasSent() {
        TimeEntry row = any();
        List<TimeEntry> changes = new ArrayList<>();
        changes.add(row.toBuilder().note("changed").build());
        changes.add(row.toBuilder().billable(Billable.NO).build());
        changes.add(row.toBuilder().project(world.to.project("9")).build());
        changes.add(row.toBuilder().task(world.to.task("9")).build());
        WorkTime.Interval time = (WorkTime.Interval) row.workTime();
        changes.add(row.toBuilder()
                .workTime(WorkTime.from(time.start(), time.duration().plusMinutes(1)))
                .build());
        changes.add(row.toBuilder()
                .workTime(WorkTime.from(time.start().plusMinutes(1), time.duration()))
                .build());
        for (TimeEntry change : changes) {
            world.to.add(change);
            VerifyReport report = verify();
            assertThat(report.verdicts()).as("%s", change).containsEntry(Verdict.DIFFERENT, 1L);
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertSaysWhatWasFound();
        }
        world.to.add(row);
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    private void assertSaysWhatWasFound() {
        List<FieldDifference> found = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entry -> found.addAll(entry.differences()));
        }
        assertThat(found).singleElement().satisfies(each -> {
            boolean isText = each.field() == EntryField.NOTE;
            assertThat(each.planned().isPresent())
                    .as("%s", each.field())
                    .isNotEqualTo(isText || each.field() == EntryField.TASK);
            assertThat(each.found().isPresent()).as("%s", each.field()).isNotEqualTo(isText);
            assertThat(each.found()).isNotEqualTo(isText ? Optional.of("changed") : each.planned());
        });
    }

    @Test
    void findsARowThatMovedToAnotherPerson() {
        world.to.add(any().toBuilder().person(world.to.person("2")).build());
        assertThat(verify().verdicts()).containsEntry(Verdict.MISSING, 1L);
    }

    @Test
    void takesARowEqualToAPlannedOneForASuspectedDouble() {
        world.to.add(any().toBuilder().id(world.to.nextId()).build());
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.possibleDuplicates()).hasSize(1);
        assertThat(report.possibleDuplicates().get(0).twinId()).isPresent();
        assertThat(report.verdicts()).containsEntry(Verdict.POSSIBLE_DUPLICATE, 1L);
    }

    @Test
    void leavesOtherPeoplesRowsAlone() {
        world.to.add(
                any().toBuilder().id(world.to.nextId()).note("somebody else's").build());
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.verdicts()).containsEntry(Verdict.UNRELATED, 1L);
    }

    @Test
    void noticesThatTheTargetsOwnSumIsAnother() {
        world.to.add(any().toBuilder()
                .id(world.to.nextId())
                .note("hidden from lists")
                .build());
        world.target.listed = rows -> rows.stream()
                .filter(row -> !row.note().equals("hidden from lists"))
                .toList();
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.totalChecks()).singleElement().matches(TotalCheck::disagrees);
    }

    @Test
    void comparesASumOfFixedOffsetOnlyIfNoRowIsNearTheEnds() {
        World other = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory.resolve("other"));
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        other.seed(5);
        try (Migration migration = other.migration()) {
            migration.plan();
            migration.apply();
            assertThat(migration.verify().totalChecks())
                    .singleElement()
                    .extracting(TotalCheck::notComparable)
                    .isEqualTo(Optional.empty());
            TimeEntry row = List.copyOf(other.to.rows()).get(0);
            WorkTime.Interval time = (WorkTime.Interval) row.workTime();
            other.to.add(row.toBuilder()
                    .id(other.to.nextId())
                    .note("foreign")
                    .workTime(WorkTime.from(
                            World.LAST
                                    .plusDays(3)
                                    .atTime(23, 0)
                                    .atOffset(time.start().getOffset()),
                            Duration.ofHours(1)))
                    .build());
            assertThat(migration.verify().totalChecks().get(0).notComparable()).isPresent();
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void neitherFailsNorPassesAListThatCannotBeReadWhole() {
        world.target.listed = rows -> {
            throw new ServerException(Failure.builder("GET").status(502).build());
        };
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(report.verdicts()).containsOnlyKeys(Verdict.UNREADABLE);
        assertThat(report.problem()).isPresent();
        world.target.listed = rows -> rows;
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void saysWhatChangedAtTheSourceSinceThePlan() {
        List<TimeEntry> rows = List.copyOf(world.from.rows());
        world.from.add(rows.get(0).toBuilder().note("changed").build());
        world.from.remove(rows.get(1).id());
        world.from.add(rows.get(2).toBuilder().id(world.from.nextId()).build());
        VerifyReport report = verify();
        assertThat(report.source().changed()).isEqualTo(1);
        assertThat(report.source().removed()).isEqualTo(1);
        assertThat(report.source().added()).isEqualTo(1);
        assertThat(report.verdicts()).containsEntry(Verdict.SOURCE_CHANGED, 3L);
        assertThat(report.summary())
                .startsWith("All planned 20 entries")
                .endsWith("The source has changed since the plan: 1 changed, 1 added, 1 removed.");
    }

    @Test
    void noticesASourceThatDoesNotListAllThatItSums() {
        World other = new World(Profiles.TEAMWORK, Profiles.CODEBASE, directory.resolve("blind"));
        assertThat(directory.resolve("blind").toFile().mkdirs()).isTrue();
        other.seed(10);
        other.source.listed = rows -> rows.stream().skip(1).toList();
        try (Migration migration = other.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            VerifyReport report = migration.verify();
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.summary()).startsWith("NOT FINISHED: the source's own total does not match");
        }
    }

    @Test
    void listsTheRowsOfOthers() {
        TimeEntry foreign = world.to.add(
                any().toBuilder().id(world.to.nextId()).note("somebody else's").build());
        try (Migration migration = world.migration()) {
            migration.verify();
            List<UnrelatedRow> others = new ArrayList<>();
            migration.forEachUnrelatedRow(others::add);
            assertThat(others).singleElement().satisfies(row -> {
                assertThat(row.targetId()).isEqualTo(foreign.id().id());
                assertThat(row.verdict()).isEqualTo(Verdict.UNRELATED);
            });
        }
    }

    @Test
    void saysThatTheSourceWasNotReadAgain() {
        world.source.listed = rows -> {
            throw new ServerException(Failure.builder("GET").status(502).build());
        };
        VerifyReport report = verify();
        assertThat(report.source().wasRead()).isFalse();
        assertThat(report.summary()).startsWith("All planned 20").endsWith("The source was not read again.");
    }

    @Test
    void sumsByPersonProjectAndMonth() {
        VerifyReport report = verify();
        assertThat(report.totals()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.difference()).isZero();
            assertThat(line.person()).isEqualTo("1");
        });
        assertThat(report.totals().stream().mapToLong(TotalsLine::entries).sum())
                .isEqualTo(ENTRIES);
        assertThat(report.totals()).extracting(TotalsLine::month).contains(YearMonth.of(2024, 1));
        assertThat(report.totals().stream().map(TotalsLine::target).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(report.planned());
    }

    @Test
    void doesNotCallAnUnfinishedApplyVerified() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("unfinished"));
        assertThat(directory.resolve("unfinished").toFile().mkdirs()).isTrue();
        other.seed(10);
        try (Migration migration = other.migration()) {
            migration.plan();
            VerifyReport report = migration.verify();
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.summary())
                    .startsWith("NOT FINISHED: 10 not yet sent (run apply); 0 of 10 entries as planned. 0 of ");
        }
    }

    @Test
    void doesNotCallAnEmptyPlanASuccess() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("empty"));
        assertThat(directory.resolve("empty").toFile().mkdirs()).isTrue();
        try (Migration migration = other.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().summary())
                    .isEqualTo(
                            "There was nothing to migrate: the source has no entries from 2024-01-01 to 2024-12-31.");
        }
    }

    @Test
    void handsOutEveryEntryWithItsVerdict() {
        world.to.remove(any().id());
        try (Migration migration = world.migration()) {
            migration.verify();
            List<EntryReport> entries = new ArrayList<>();
            migration.forEachEntry(entries::add);
            assertThat(entries)
                    .hasSize(ENTRIES)
                    .allMatch(entry -> entry.verdict().isPresent());
            assertThat(entries)
                    .filteredOn(entry -> entry.state() == EntryState.VERIFIED)
                    .hasSize(ENTRIES - 1);
        }
    }
}
