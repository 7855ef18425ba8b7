package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {
    @TempDir
    Path directory;

    static Stream<Profiles[]> pairs() {
        return Profiles.pairs().stream();
    }

    @Test
    void refusesEveryStepOnceItIsClosed() {
        World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory).seed(3);
        Migration closed = world.migration();
        closed.plan();
        closed.close();
        closed.close();
        List<ThrowingCallable> steps = List.of(
                closed::plan,
                closed::recordedPlan,
                closed::checkRecordedPlan,
                closed::apply,
                closed::verify,
                closed::undo,
                () -> closed.forEachEntry(entry -> {}),
                () -> closed.forEachUnrelatedRow(row -> {}));
        for (ThrowingCallable step : steps) {
            assertThatIllegalStateException().isThrownBy(step);
        }
        try (Migration other = world.migration()) {
            assertThat(other.apply().outcome()).as("the ledger is free").isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void canBePlannedAgainAfterAPlanThatFailed() {
        World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory).seed(3);
        try (Migration migration = world.migration()) {
            world.source.beforeList = () -> {
                throw new ServerException(Failure.builder("GET").status(503).build());
            };
            assertThatExceptionOfType(ServerException.class).isThrownBy(migration::plan);
            assertThat(world.ledger).doesNotExist();
            world.source.beforeList = () -> {};
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void tellsBeforeAnythingIsSentThatThePlanIsOfAnotherMapping() {
        World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory).seed(3);
        try (Migration migration = world.migration()) {
            migration.plan();
            migration.checkRecordedPlan();
        }
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "112", "11", "111"))
                .build();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::checkRecordedPlan)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
        }
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
            assertThat(verified.summary())
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
