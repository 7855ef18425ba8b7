package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a step reads is collected apart from the ledger's tables, and taken over as a whole. */
class StagingTest extends EngineTest {

    /** A transaction can run more than once, and holds up every other thread. */
    @Test
    void noServiceIsCalledInsideATransaction() {
        world.seed(20);
        boolean[] isInside = new boolean[1];
        QuickWriteHook hook = new QuickWriteHook() {
            @Override
            public void before(Write write) {
                isInside[0] = true;
            }

            @Override
            public void after(Write write) {
                isInside[0] = false;
            }
        };
        int[] lists = new int[1];
        Runnable check = () -> {
            lists[0]++;
            assertThat(isInside[0]).as("a list inside a transaction").isFalse();
        };
        world.source.beforeList = check;
        world.target.beforeList = check;
        world.target.answer = (number, entry) -> {
            assertThat(isInside[0]).as("a create inside a transaction").isFalse();
            if (number == 9) {
                throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
            }
            return world.target.commit(entry);
        };
        try (Migration migration = world.builder().hook(hook).build()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.undo().deleted()).isEqualTo(20);
        }
        assertThat(lists[0]).isGreaterThan(6);
    }

    @Test
    void aPlanThatFailsHalfwayLeavesTheRecordedOne() {
        world.seed(12);
        plan();
        Optional<MigrationPlan> recorded;
        try (Migration migration = world.migration()) {
            recorded = migration.recordedPlan();
        }
        world.from.add(world.entry(1, DAY, 30, "later"));
        world.target.listed = rows -> {
            throw new ServerException(Failure.builder("GET").status(503).build());
        };
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(migration::plan);
            assertThat(migration.recordedPlan()).isEqualTo(recorded);
        }
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).hasSize(12);
    }

    @Test
    void aVerifyThatIsInterruptedLeavesWhatTheLastOneFound() {
        world.seed(12);
        plan();
        apply();
        verify();
        world.to.remove(List.copyOf(world.to.rows()).get(0).id());
        world.source.listed = rows -> {
            throw new CallInterruptedException(Failure.builder("GET").build());
        };
        List<Optional<Verdict>> verdicts = new ArrayList<>();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(CallInterruptedException.class).isThrownBy(migration::verify);
            migration.forEachEntry(entry -> verdicts.add(entry.verdict()));
        }
        assertThat(verdicts).hasSize(12).containsOnly(Optional.of(Verdict.SAME_WITH_LOSS));
    }
}
