package dev.hourbridge.benchmarks.moving;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import java.nio.file.Path;
import java.time.LocalDate;

/** Moves entries from memory to memory, with a ledger on the disk. */
public final class Move {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private Move() {}

    /** How many creates a second a plan of so many is applied with. */
    public static double createsPerSecond(Path ledger, int entries) {
        MemoryTracker source = new MemoryTracker("source");
        MemoryTracker target = new MemoryTracker("target");
        source.fill(entries, FIRST);
        try (Migration migration = Migration.builder()
                .source(source)
                .target(target)
                .range(FIRST, FIRST.plusDays(entries / 12 + 1))
                .mapping(
                        Mapping.builder().defaultPerson("1").defaultProject("1").build())
                .ledger(ledger)
                .build()) {
            migration.plan();
            long start = System.nanoTime();
            migration.apply();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (target.size() != entries) {
                throw new IllegalStateException("only " + target.size() + " entries arrived");
            }
            return entries / seconds;
        }
    }
}
