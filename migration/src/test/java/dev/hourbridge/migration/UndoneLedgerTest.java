package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ledgers that are history, and ledgers that never came to be. */
class UndoneLedgerTest extends EngineTest {
    private void halfApplied() {
        world.seed(20);
        plan();
        world.target.answer = (number, entry) -> {
            if (number > 10) {
                throw new ConnectionException(failed(WriteOutcome.NOT_SENT).build());
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.TEMPORARY);
        world.restart();
    }

    @Test
    void nothingIsSentOnceSomethingWasUndone() {
        halfApplied();
        try (Migration migration = world.migration()) {
            assertThat(migration.undo().deleted()).isEqualTo(10);
            ApplyReport report = migration.apply();
            assertThat(report.posts()).isZero();
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(report.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("new ledger file"));
        }
        assertThat(world.to.rows()).isEmpty();
    }

    @Test
    void isNotPlannedAnew() {
        halfApplied();
        try (Migration migration = world.migration()) {
            migration.undo();
            String before = migration.recordedPlan().orElseThrow().digest();
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::plan)
                    .withMessageContaining("new ledger file")
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
            assertThat(migration.recordedPlan().orElseThrow().digest()).isEqualTo(before);
        }
    }

    @Test
    void aPlanIsNotTakenForAnEarlierOneOnceItWasCarriedOut() {
        world.seed(8);
        plan();
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.recordedPlan().orElseThrow();
            assertThat(plan.isBegun()).isFalse();
            migration.apply();
            plan = migration.recordedPlan().orElseThrow();
            assertThat(plan.sentBefore()).isZero();
            assertThat(plan.isBegun()).isTrue();
            assertThat(migration.plan().sentBefore()).isEqualTo(8);
        }
    }

    @Test
    void aPlanThatFailsLeavesNoFile() throws Exception {
        world.source.listed = rows -> {
            throw new ServerException(failed(WriteOutcome.NOT_SENT).status(503).build());
        };
        world.seed(3);
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(migration::plan);
            assertThat(world.ledger).doesNotExist();
            world.source.listed = rows -> rows;
            assertThat(migration.plan().entries()).isEqualTo(3);
        }
        try (var files = Files.list(directory)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName))
                    .containsExactly(world.ledger.getFileName());
        }
    }

    @Test
    void aPlanThatFailsLeavesTheEarlierOneAsItWas() {
        world.seed(3);
        plan();
        world.source.listed = rows -> {
            throw new ServerException(failed(WriteOutcome.NOT_SENT).status(503).build());
        };
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(ServerException.class).isThrownBy(migration::plan);
            assertThat(migration.recordedPlan()).isPresent();
        }
    }

    @Test
    void stepsThatNeedAPlanMakeNoFile() {
        try (Migration migration = world.migration()) {
            assertThat(migration.recordedPlan()).isEmpty();
            for (Runnable step : new Runnable[] {migration::apply, migration::verify, migration::undo}) {
                assertThatExceptionOfType(LedgerException.class)
                        .isThrownBy(step::run)
                        .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.NO_PLAN));
            }
        }
        assertThat(world.ledger).doesNotExist();
    }

    @Test
    void aSecondNameOfTheFileIsTheSameLedger() throws Exception {
        world.seed(10);
        plan();
        Path link = Files.createSymbolicLink(directory.resolve("link.db"), world.ledger);
        try (Migration migration = world.migration();
                Migration other = world.builder().ledger(link).build()) {
            migration.recordedPlan();
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(other::apply)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.LOCKED));
        }
        try (Migration other = world.builder().ledger(link).build()) {
            assertThat(other.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(apply().posts()).isZero();
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aPlanThatComesSecondLeavesTheFileToTheOneThatMadeIt() {
        world.seed(3);
        try (Migration first = world.migration()) {
            boolean[] isArmed = new boolean[1];
            // The first makes the file after the second began, and before it opens it.
            TimeTracker source = (TimeTracker) Proxy.newProxyInstance(
                    TimeTracker.class.getClassLoader(), new Class<?>[] {TimeTracker.class}, (proxy, method, given) -> {
                        if (isArmed[0] && method.getName().equals("account")) {
                            isArmed[0] = false;
                            first.plan();
                        }
                        return method.invoke(world.source, given);
                    });
            try (Migration second = world.builder().source(source).build()) {
                isArmed[0] = true;
                assertThatExceptionOfType(LedgerException.class)
                        .isThrownBy(second::plan)
                        .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.LOCKED));
            }
            assertThat(isArmed[0]).isFalse();
            assertThat(world.ledger).exists();
            assertThat(first.apply().posts()).isEqualTo(3);
        }
        assertThat(apply().posts()).as("what was sent is known").isZero();
        assertThat(verify().outcome()).isEqualTo(Outcome.DONE);
    }
}
