package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
    @TempDir
    Path directory;

    static Stream<Profiles[]> pairs() {
        return Profiles.pairs().stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void plansAppliesAndVerifies(Profiles from, Profiles to) {
        World world = new World(from, to, directory).seed(60);
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.unmapped()).isEmpty();
            assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.target.posts).hasValue(0);

            ApplyReport applied = migration.apply();
            assertThat(applied.problem()).isEmpty();
            assertThat(applied.outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.onTarget()).isEqualTo(world.expected());

            VerifyReport verified = migration.verify();
            assertThat(verified.sentence())
                    .startsWith("All 60 entries are on the target")
                    .contains("minutes.");
            assertThat(verified.outcome()).isEqualTo(Outcome.DONE);
        }
        world.restart();
        try (Migration again = world.migration()) {
            assertThat(again.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.target.posts).hasValue(0);
        }
    }
}
