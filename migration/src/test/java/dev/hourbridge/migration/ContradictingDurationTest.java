package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.EntryField;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictingDurationTest {
    @TempDir
    Path directory;

    private World contradicting(Duration reported) {
        World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
        world.from.add(world.entry(2, World.FIRST, 60, "contradicts").toBuilder()
                .reportedDuration(reported)
                .build());
        world.from.add(world.entry(2, World.FIRST, 10, "agrees"));
        return world;
    }

    @Test
    void aDurationThatContradictsStartAndEndIsNotSentBeforeTheUserDecides() {
        World world = contradicting(Duration.ofMinutes(45));
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();

            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(plan.incompleteEntries()).isEqualTo(1);
            assertThat(plan.losses())
                    .filteredOn(loss -> loss.field() == EntryField.DURATION)
                    .singleElement()
                    .matches(loss -> loss.kind() == LossKind.NEEDS_INPUT && loss.entries() == 1);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.to.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INTERVAL,60", "REPORTED,45"})
    void theUserDecidesWhichOfTwoContradictingDurationsCounts(ContradictingDuration decision, long minutes) {
        World world = contradicting(Duration.ofMinutes(45));
        world.policy = world.policy.toBuilder().contradictingDuration(decision).build();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();

            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
            assertThat(plan.sourceDuration()).isEqualTo(Duration.ofMinutes(minutes + 10));
            assertThat(plan.losses())
                    .filteredOn(loss -> loss.field() == EntryField.DURATION)
                    .singleElement()
                    .matches(loss -> loss.kind() == LossKind.DEFAULTED && loss.entries() == 1);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .extracting(row -> row.workTime().duration().toMinutes())
                .containsExactlyInAnyOrder(minutes, 10L);
    }

    @Test
    void aContradictionThatAppearsAtTheSourceLaterIsAChange() {
        World world = contradicting(Duration.ofMinutes(45));
        world.policy = world.policy.toBuilder()
                .contradictingDuration(ContradictingDuration.INTERVAL)
                .build();
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.apply();
            world.from.rows().stream()
                    .filter(row -> row.note().equals("contradicts"))
                    .forEach(row -> world.from.add(row.toBuilder()
                            .reportedDuration(Duration.ofMinutes(50))
                            .build()));

            assertThat(migration.verify().source().changed()).isEqualTo(1);
        }
    }
}
