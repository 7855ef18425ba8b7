package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.StateDirectory;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The same entries, the same service and the same faults, for three ways of moving entries. What happens
 * to an entry's first POST, second POST and so on is drawn before, so that it is the same for each.
 */
final class HeadToHead {
    static final int RUNS = 20;
    static final int ENTRIES = 150;

    private static final Duration CALL = Duration.ofMillis(400);
    private static final Duration RESTART = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 5;

    private final Path directory;

    HeadToHead(Path directory) {
        this.directory = directory;
    }

    /** A way of moving entries. */
    enum Way {
        HOURBRIDGE("Hourbridge"),
        SEND_AGAIN("send again on any error, resume after the last response"),
        SKIP_EQUAL("look for an equal row first, after an error and when resuming");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    /** Entries that are not there, rows too many, and runs that ended well while there were some. */
    record Result(int lost, int doubled, int silent) {
        Result plus(Result other) {
            return new Result(lost + other.lost, doubled + other.doubled, silent + other.silent);
        }

        String row(Way way) {
            double thousands = RUNS * ENTRIES / 1000.0;
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %d of %d |",
                    way.title,
                    lost / thousands,
                    doubled / thousands,
                    (lost + doubled) / thousands,
                    silent,
                    RUNS);
        }
    }

    Result of(Way way) throws IOException {
        Result all = new Result(0, 0, 0);
        for (int seed = 0; seed < RUNS; seed++) {
            all = all.plus(run(way, seed));
        }
        return all;
    }

    private Result run(Way way, int seed) throws IOException {
        World world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, Files.createTempDirectory(directory, "run"));
        world.seed(ENTRIES);
        try (Migration migration = world.migration()) {
            migration.plan();
        }
        Faults faults = new Faults(world, seed);
        boolean saidDone = switch (way) {
            case HOURBRIDGE -> hourbridge(world, faults);
            case SEND_AGAIN -> byHand(world, faults, false);
            case SKIP_EQUAL -> byHand(world, faults, true);
        };
        world.time.sleep(Duration.ofHours(1));
        Map<String, Integer> difference = new HashMap<>(world.onTarget());
        world.expected().forEach((key, count) -> difference.merge(key, -count, Integer::sum));
        int lost = -difference.values().stream().mapToInt(n -> Math.min(n, 0)).sum();
        int doubled = difference.values().stream().mapToInt(n -> Math.max(n, 0)).sum();
        return new Result(lost, doubled, saidDone && lost + doubled > 0 ? 1 : 0);
    }

    private static boolean hourbridge(World world, Faults faults) {
        while (true) {
            world.restart();
            world.target.answer = (number, entry) -> faults.answer(world.target, entry);
            try (Migration migration = world.migration()) {
                ApplyReport report = migration.apply();
                if (report.outcome() != Outcome.TEMPORARY) {
                    return migration.verify().outcome() == Outcome.DONE;
                }
            } catch (Crash e) {
                world.time.sleep(RESTART);
            }
        }
    }

    /** What the migrators of this field do, with a file of what was answered. */
    private static boolean byHand(World world, Faults faults, boolean looks) {
        Set<String> answered = new HashSet<>();
        boolean failed = false;
        boolean resumed = false;
        while (true) {
            try {
                for (Planned planned : planned(world)) {
                    boolean open = !answered.contains(planned.sourceId());
                    if (open && !(looks && resumed && isThere(world, planned.entry()))) {
                        failed |= !send(world, faults, planned.entry(), looks);
                    }
                    answered.add(planned.sourceId());
                }
                return !failed;
            } catch (Crash e) {
                world.time.sleep(RESTART);
                resumed = true;
            }
        }
    }

    private static boolean send(World world, Faults faults, NewTimeEntry entry, boolean looks) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                faults.answer(world.target, entry);
                return true;
            } catch (HourbridgeException e) {
                world.time.sleep(Duration.ofSeconds(1L << attempt));
                if (looks && isThere(world, entry)) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Planned(String sourceId, NewTimeEntry entry) {}

    /** The entries as Hourbridge would send them, since it is not the mapping that is compared. */
    private static List<Planned> planned(World world) {
        try (Ledger ledger = Ledger.open(
                world.ledger,
                Map.of(),
                world.to.account,
                world.to.capabilities,
                World.QUICK,
                new StateDirectory(world.stateDirectory(), world.time.clock(), warning -> {}))) {
            List<Planned> planned = new ArrayList<>();
            for (var page = ledger.entries().page(-1); !page.isEmpty(); ) {
                page.forEach(entry -> planned.add(new Planned(entry.sourceId(), entry.create())));
                page = ledger.entries().page(page.get(page.size() - 1).seq());
            }
            return planned;
        }
    }

    private static boolean isThere(World world, NewTimeEntry entry) {
        for (TimeEntry row : world.to.rows()) {
            if (row.workTime().equals(entry.workTime()) && row.note().equals(entry.note())) {
                return true;
            }
        }
        return false;
    }

    /** Of 1,000 POSTs 20 lose their answer, 20 their request, 20 are stored late, 20 fail, and at 4 the process ends. */
    private static final class Faults {
        private final World world;
        private final int seed;
        private final Map<String, Integer> attempts = new HashMap<>();

        Faults(World world, int seed) {
            this.world = world;
            this.seed = seed;
        }

        TimeEntryId answer(FakeTracker target, NewTimeEntry entry) {
            world.time.sleep(CALL);
            String key = entry.workTime() + entry.note();
            int attempt = attempts.merge(key, 1, Integer::sum);
            Random random = new Random(((long) seed << 40) + ((long) attempt << 32) + key.hashCode());
            random.nextInt();
            int dice = random.nextInt(1000);
            if (dice < 20) {
                return Fault.TIMEOUT.strike(target, entry);
            } else if (dice < 40) {
                return Fault.RESET.strike(target, entry);
            } else if (dice < 60) {
                target.commitLater(entry, Duration.ofSeconds(20 + random.nextInt(56)));
                return Fault.RESET.strike(target, entry);
            } else if (dice < 80) {
                return (random.nextBoolean() ? Fault.ERROR_500 : Fault.ERROR_502).strike(target, entry);
            } else if (dice < 84) {
                if (random.nextBoolean()) {
                    target.commit(entry);
                }
                throw new Crash();
            }
            return target.commit(entry);
        }
    }
}
