package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the target refused, moved after all: in the same ledger, or in one of its own. */
class RejectsTest extends EngineTest {
    private static final int ENTRIES = 30;

    private Set<String> rejects() {
        world.seed(ENTRIES);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.project().orElseThrow().id().equals("110")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        Set<String> ids = new TreeSet<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entry -> {
                if (entry.state() == EntryState.REJECTED) {
                    assertThat(entry.reason()).isPresent();
                    ids.add(entry.sourceId());
                }
            });
        }
        assertThat(ids).hasSizeBetween(5, ENTRIES - 5);
        return ids;
    }

    private void mend() {
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "112", "11", "111"))
                .build();
    }

    @Test
    void arePlannedAnewInALedgerOfTheirOwn() throws Exception {
        Set<String> rejects = rejects();
        mend();
        try (Migration again =
                world.builder().ledger(directory.resolve("rejects.db")).build()) {
            MigrationPlan plan = again.plan(only(rejects));
            assertThat(plan.entries()).isEqualTo(rejects.size());
            assertThat(plan.named()).isEqualTo(rejects.size());
            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
            assertThat(again.apply().posts()).isEqualTo(rejects.size());
            VerifyReport report = again.verify();
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.source().added()).as("the others are not missing").isZero();
            assertThat(report.summary())
                    .startsWith("All planned " + rejects.size() + " entries are on the target")
                    .endsWith(" The plan was for " + rejects.size() + " named entries only.");
        }
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(Files.exists(world.ledger)).isTrue();
    }

    @Test
    void arePlannedAnewInTheSameLedgerEachTime() {
        Set<String> rejects = rejects();
        for (int run = 0; run < 2; run++) {
            try (Migration migration = world.migration()) {
                assertThat(migration.plan().sentBefore()).isEqualTo(ENTRIES - rejects.size());
                assertThat(migration.apply().outcome()).isEqualTo(Outcome.REJECTS);
                assertThat(migration.verify().outcome()).isEqualTo(Outcome.REJECTS);
            }
        }
        mend();
        plan();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
        assertThat(verify().summary()).startsWith("All 30 entries are on the target");
    }

    @Test
    void thatAreNotAtTheSourceAreAskedAbout() {
        world.seed(3);
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan(only(Set.of("1001", "no such id")));
            assertThat(plan.namedNotFound()).isEqualTo(1);
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.target.posts).hasValue(0);
    }

    @Test
    void cannotNarrowAPlanOfEverything() {
        Set<String> rejects = rejects();
        try (Migration migration = world.migration()) {
            String before = migration.recordedPlan().orElseThrow().digest();
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> migration.plan(only(rejects)));
            assertThat(migration.recordedPlan().orElseThrow().digest()).isEqualTo(before);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.REJECTS);
        }
    }

    @Test
    void ofALedgerOfSomeEntriesArePlannedAnewWithThem() {
        world.seed(ENTRIES);
        try (Migration migration = world.migration()) {
            migration.plan(only(Set.of("1001", "1002")));
            assertThat(migration.apply().posts()).isEqualTo(2);
            assertThat(migration.plan(only(Set.of("1003"))).entries()).isEqualTo(3);
            assertThat(migration.apply().posts()).isEqualTo(1);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().summary()).endsWith(" The plan was for 3 named entries only.");
        }
        assertThat(world.to.rows()).hasSize(3);
    }

    @Test
    void stayTheOnlyOnesWhenTheirLedgerIsPlannedAnewWithoutNamingThem() {
        world.policy = world.policy.toBuilder().existing(ExistingRows.CREATE).build();
        world.seed(ENTRIES);
        Mapping whole = world.mapping;
        world.mapping = Mapping.builder().people(Map.of("1", "1")).build();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan(only(Set.of("1001", "1002", "1003"))).outcome())
                    .isEqualTo(Outcome.NEEDS_INPUT);
        }
        world.mapping = whole;
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.entries()).isEqualTo(3);
            assertThat(plan.named()).isEqualTo(3);
            assertThat(migration.apply().posts()).isEqualTo(3);
            // What was sent is no more asked for.
            world.from.remove(TimeEntryId.of(world.from.account, "1001"));
            plan = migration.plan();
            assertThat(plan.entries()).isEqualTo(2);
            assertThat(plan.sentNotListed()).isEqualTo(1);
            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().posts()).isZero();
            assertThat(migration.verify().summary()).endsWith(" The plan was for 3 named entries only.");
        }
        assertThat(world.to.rows()).hasSize(3);
    }

    @Test
    void thatAreNotAtTheSourceAreStillAskedAboutWhenPlannedAnewWithoutNamingThem() {
        world.seed(3);
        try (Migration migration = world.migration()) {
            migration.plan(only(Set.of("1001", "no such id")));
            assertThat(migration.plan().namedNotFound()).isEqualTo(1);
            MigrationPlan mended = migration.plan(only(Set.of("1001")));
            assertThat(mended.outcome()).isEqualTo(Outcome.DONE);
            assertThat(mended.named()).isEqualTo(1);
        }
    }

    private static PlanOptions only(Set<String> ids) {
        return PlanOptions.builder().onlySourceIds(ids).build();
    }
}
