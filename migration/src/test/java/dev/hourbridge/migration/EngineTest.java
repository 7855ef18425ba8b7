package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the engine begin with. */
abstract class EngineTest {
    static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    @TempDir
    Path directory;

    World world;

    @BeforeEach
    void liveTimerToTeamwork() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory);
    }

    void plan() {
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().incompleteEntries()).isZero();
        }
    }

    ApplyReport apply() {
        try (Migration migration = world.migration()) {
            return migration.apply();
        }
    }

    VerifyReport verify() {
        try (Migration migration = world.migration()) {
            return migration.verify();
        }
    }

    static Failure.Builder failed(WriteOutcome outcome) {
        return Failure.builder("POST failed.").outcome(outcome);
    }
}
