package dev.hourbridge.benchmarks.growth;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.VerifyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Moves many entries between in-memory services in a separate JVM. Then moves the changes: 1 in 100 entries is edited,
 * and 1 in 100 is new. Prints the seconds for plan, apply, verify and the cutover, and the size of the ledger in bytes.
 */
public final class GrowingMove {
    private static final int WARM_UP = 20_000;
    private static final int CHANGED = 100;

    private final PackedTracker source = new PackedTracker("source");
    private final PackedTracker target = new PackedTracker("target");
    private final Path ledger;
    private final int entries;
    private final LocalDate lastDay;

    private GrowingMove(Path ledger, int entries) {
        this.ledger = ledger;
        this.entries = entries;
        int all = entries + entries / CHANGED;
        lastDay = PackedEntry.FIRST_DAY.plusDays(PackedEntry.number(all).day());
        for (int work = 0; work < entries; work++) {
            source.add(PackedEntry.number(work));
        }
    }

    /** Runs the program. Arguments: an existing directory and the number of entries. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        new GrowingMove(directory.resolve("warm-up.hbledger"), WARM_UP).run();
        System.out.println(new GrowingMove(directory.resolve("growth.hbledger"), Integer.parseInt(arguments[1])).run());
    }

    private String run() throws IOException {
        StringBuilder seconds = new StringBuilder();
        timed(seconds, Migration::plan, MigrationPlan::outcome);
        timed(seconds, Migration::apply, ApplyReport::outcome);
        timed(seconds, Migration::verify, VerifyReport::outcome);
        change();
        timed(seconds, GrowingMove::cutOver, ApplyReport::outcome);
        if (target.count() != source.count()) {
            throw new IllegalStateException("The target has " + target.count() + " of " + source.count() + " entries.");
        }
        return seconds.append(Files.size(ledger)).toString();
    }

    private static ApplyReport cutOver(Migration migration) {
        migration.plan();
        return migration.apply();
    }

    private void change() {
        for (int i = 0; i < entries / CHANGED; i++) {
            source.revise(1 + i * CHANGED, 1);
            source.add(PackedEntry.number(entries + i));
        }
    }

    /** Each step reopens the ledger, as a separate process does. */
    private <T> void timed(StringBuilder seconds, Function<Migration, T> step, Function<T, Outcome> outcome) {
        long start = System.nanoTime();
        try (Migration migration = migration()) {
            T report = step.apply(migration);
            if (outcome.apply(report) != Outcome.DONE) {
                throw new IllegalStateException(report.toString());
            }
        }
        seconds.append((System.nanoTime() - start) / 1e9).append(' ');
    }

    private Migration migration() {
        return Migration.builder()
                .source(source)
                .target(target)
                .range(PackedEntry.FIRST_DAY, lastDay)
                .mapping(Mapping.builder()
                        .people(same(PackedEntry.PEOPLE))
                        .projects(same(PackedEntry.PROJECTS))
                        .build())
                .ledger(ledger)
                .stateDirectory(ledger.resolveSibling("state"))
                .sleeper(duration -> {})
                .build();
    }

    private static Map<String, String> same(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Integer::toString)
                .collect(Collectors.toMap(Function.identity(), Function.identity()));
    }
}
