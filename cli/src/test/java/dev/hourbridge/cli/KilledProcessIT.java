package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.FaultPlan;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A second JVM that is killed (SIGKILL) while it migrates, after k further POSTs, and started again until
 * it comes to its end. Eight kills in each build; 200 with {@code -Dhourbridge.full=true}.
 */
@Tag("packaged")
final class KilledProcessIT {
    private static final int ENTRIES = 24;
    private static final int KILLS = Boolean.getBoolean("hourbridge.full") ? 200 : 8;
    /** An entry that was on its way at three kills stays in doubt, as it should. */
    private static final int MAX_KILLS_PER_LEDGER = 2;

    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        // In doubt for half a real second: nobody else's commit is late here.
        bench = new Bench(directory)
                .withEntries(ENTRIES)
                .replace("existing: stop", "existing: stop\n  requestTimeout: 250ms\n  settle: 500ms");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void losesAndDoublesNothingHoweverOftenItIsKilled() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int kills = 0;
        while (kills < KILLS) {
            Path ledger = bench.path("migration.db");
            assertThat(bench.run("plan").code()).isZero();
            for (int i = 0; i < MAX_KILLS_PER_LEDGER && kills < KILLS; i++) {
                kills += killedAfter(1 + random.nextInt(ENTRIES / MAX_KILLS_PER_LEDGER)) ? 1 : 0;
            }
            assertThat(bench.run("migrate", "--yes").code()).as("seed " + seed).isZero();
            assertThat(bench.target.entries())
                    .extracting(StoredTeamworkEntry::description)
                    .as("seed " + seed)
                    .doesNotHaveDuplicates()
                    .hasSize(ENTRIES);
            long posts = bench.posts();
            assertThat(bench.run("migrate", "--yes").code()).isZero();
            assertThat(bench.posts()).as("POSTs of a third run").isEqualTo(posts);
            assertThat(bench.run("undo", "--yes").code()).isZero();
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(ledger.resolveSibling(ledger.getFileName() + ending));
            }
            // A ledger that has just sent to the account leaves lost creates of the next one in doubt.
            CommandRun.forgetLedgers();
        }
        Evidence.of(Area.MIGRATION, "Killed processes")
                .tried("the packaged command killed at a POST, then run again")
                .result("every entry once; a third run sends nothing")
                .count(KILLS);
    }

    /** Whether it was killed before its end: at the k-th POST from now, which may be committed or not. */
    private boolean killedAfter(int posts) throws Exception {
        FaultPlan faults = bench.target.faults().clear();
        Process process = apply();
        faults.nth(posts, Requests.method("POST"), posts % 2 == 0 ? Fault.held() : Fault.slow(Duration.ofMillis(300)));
        int before = faults.fired();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (process.isAlive() && faults.fired() == before) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        boolean killed = process.isAlive();
        process.destroyForcibly().waitFor();
        faults.clear().release();
        return killed;
    }

    private Process apply() throws IOException {
        Map<String, String> environment = new HashMap<>(bench.environment());
        environment.put(
                "XDG_STATE_HOME", Files.createTempDirectory(directory, "state").toString());
        return JarProcess.of("apply", "-c", bench.path("migration.yaml").toString())
                .start(environment, Redirect.DISCARD);
    }
}
