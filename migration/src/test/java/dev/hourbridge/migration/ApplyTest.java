package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Applying a plan to a service that mostly answers. */
class ApplyTest extends EngineTest {
    @Test
    void stopsAtOnceWhenTheCredentialsAreRefused() {
        world.seed(10);
        plan();
        world.target.answer = (number, entry) -> {
            if (number == 3) {
                throw new AuthenticationException(
                        failed(WriteOutcome.REJECTED).status(401).build());
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.CONFIGURATION);
        assertThat(report.posts()).isEqualTo(3);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void reportsWhatTheTargetRefusesAndGoesOn() {
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.note().equals("work 21")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("no"));
            }
            return world.target.commit(entry);
        };
        long refused = world.from.rows().stream()
                .filter(row -> row.note().equals("work 21"))
                .count();
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(report.states()).containsEntry(EntryState.REJECTED, refused);
        VerifyReport verified = verify();
        assertThat(verified.outcome()).isEqualTo(Outcome.REJECTS);
        assertThat(verified.summary())
                .as("each entry is counted once")
                .startsWith("NOT FINISHED: " + refused + " rejected; " + (30 - refused) + " of 30 entries as planned.");
        assertThat(apply().posts()).isZero();
    }

    @Test
    void replansWhatWasRefusedWithAMendedMapping() {
        world.seed(20);
        plan();
        world.target.answer = (number, entry) -> {
            if (entry.project().orElseThrow().id().equals("110")) {
                throw new RejectedException(
                        failed(WriteOutcome.REJECTED).status(422).build(), List.of("closed"));
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
        world.mapping = Mapping.builder()
                .people(Map.of("1", "1"))
                .projects(Map.of("10", "112", "11", "111"))
                .build();
        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(LedgerException.class)
                    .isThrownBy(migration::apply)
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(LedgerException.Problem.MISMATCH));
            assertThat(migration.plan().sentBefore()).isPositive();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.onTarget()).isEqualTo(world.expected());
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void goesOnThroughAThrottleWithoutADoubt() {
        world.seed(10);
        plan();
        world.target.answer = (number, entry) -> {
            if (number % 2 == 1) {
                throw new ThrottledException(
                        failed(WriteOutcome.REJECTED).status(429).build(), Duration.ofSeconds(60));
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.posts()).isEqualTo(20);
        assertThat(Duration.ofNanos(world.time.nanoTime()))
                .as("ten throttles, and a settle before the sweep of what was sent twice")
                .isBetween(Duration.ofMinutes(11), Duration.ofMinutes(12));
    }

    @Test
    void stopsForNowWhenTheTargetCannotBeReached() {
        world.seed(30);
        plan();
        world.target.answer = (number, entry) -> Fault.IO_EXCEPTION.strike(world.target, entry);
        ApplyReport report = apply();
        assertThat(report.outcome()).isEqualTo(Outcome.TEMPORARY);
        assertThat(report.states()).containsOnlyKeys(EntryState.PLANNED);
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void endsWhenItIsInterruptedAndGoesOnLater() {
        world.seed(30);
        world.policy = world.policy.toBuilder().parallelism(3).build();
        plan();
        Thread engine = Thread.currentThread();
        world.target.answer = (number, entry) -> {
            if (number == 20) {
                engine.interrupt();
            }
            return world.target.commit(entry);
        };
        ApplyReport report = apply();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.INTERRUPTED);
        assertThat(report.problem()).contains("Interrupted. Run the same step again to resume.");
        world.restart();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @Test
    void writesForEachPersonWithACredentialOfTheirOwn() {
        world = new World(Profiles.TEAMWORK, Profiles.LIVETIMER, directory);
        world.from.add(world.entry(1, DAY, 30, "of one"));
        world.from.add(world.entry(1, DAY, 40, "of two").toBuilder()
                .person(world.from.person("2"))
                .build());
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().peopleWithoutCredential()).containsExactly("2");
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        }
        assertThat(world.target.posts).hasValue(0);
        try (Migration migration = world.builder()
                .targetFor("1", new FakeTracker(world.to, "1"))
                .targetFor("2", new FakeTracker(world.to, "2"))
                .build()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(world.to.rows())
                .extracting(row -> row.person().orElseThrow().id())
                .containsExactly("1", "2");
    }

    @Test
    void refusesWhatTheClientDoesNotTakeWithoutAPost() {
        world.seed(5);
        plan();
        world.target.answer = (number, entry) -> {
            if (number == 2) {
                throw new InvalidInputException("note", "a kind", "a remedy");
            }
            return world.target.commit(entry);
        };
        assertThat(apply().outcome()).isEqualTo(Outcome.REJECTS);
    }
}
