package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several entries that become durable together, and what becomes of them when that fails. */
class ConcurrentWritesTest extends EngineTest {
    private static final int PARALLEL = 4;

    /** A POST that leaves before its intent is durable would be forgotten by a crash. */
    @Test
    void noPostLeavesBeforeItsIntentIsDurable() {
        world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
        world.seed(120);
        plan();
        List<Integer> durable = Collections.synchronizedList(new ArrayList<>());
        List<Integer> leaks = Collections.synchronizedList(new ArrayList<>());
        LedgerWriteHook hook = new QuickWriteHook() {
            @Override
            public void after(Write write) {
                if (write == Write.INTENT) {
                    durable.add(1);
                }
            }
        };
        world.target.answer = (number, entry) -> {
            if (number > durable.size()) {
                leaks.add(number);
            }
            return world.target.commit(entry);
        };
        try (Migration migration = world.builder().hook(hook).build()) {
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(leaks).isEmpty();
        assertThat(durable).hasSize(120);
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    @ParameterizedTest
    @EnumSource(
            value = LedgerWriteHook.Write.class,
            names = {"INTENT", "OUTCOME"})
    void goesOnAfterAnEndAmidSeveralThatAreWritten(LedgerWriteHook.Write kind) throws Exception {
        int cases = 0;
        for (int at = 1; at <= Samples.of(5, 28); at++) {
            for (boolean torn : new boolean[] {false, true}) {
                int nth = at;
                world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, Files.createTempDirectory(directory, "case"));
                world.policy = world.policy.toBuilder().parallelism(PARALLEL).build();
                world.seed(30);
                plan();
                ConcurrentHashMap<String, Integer> seen = new ConcurrentHashMap<>();
                LedgerWriteHook end = new QuickWriteHook() {
                    @Override
                    public void inside(Write write) {
                        crash(torn && write == kind);
                    }

                    @Override
                    public void after(Write write) {
                        crash(!torn && write == kind);
                    }

                    private void crash(boolean counts) {
                        if (counts && seen.merge("", 1, Integer::sum) >= nth) {
                            throw new Crash();
                        }
                    }
                };
                try (Migration migration = world.builder().hook(end).build()) {
                    assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
                }
                world.restart();
                assertThat(apply().outcome()).as("%s %s %s", kind, at, torn).isEqualTo(Outcome.DONE);
                assertThat(world.onTarget()).as("%s %s %s", kind, at, torn).isEqualTo(world.expected());
                assertThat(apply().posts()).isZero();
                cases++;
            }
        }
        Tally.held(
                Area.MIGRATION,
                "Crash while several entries are written together",
                "four in flight; the process ends inside and after the writing of intents and of outcomes",
                "every entry once; a third run sends nothing",
                2,
                cases);
    }
}
