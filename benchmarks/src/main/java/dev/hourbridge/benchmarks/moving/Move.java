package dev.hourbridge.benchmarks.moving;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;

/** Moves entries from memory to memory, with a ledger on disk. */
public final class Move {
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    private Move() {}

    /** Returns the number of creates per second when applying a plan of this size. */
    public static double createsPerSecond(Path ledger, int entries) {
        InMemoryTimeTracker source = service("source");
        InMemoryTimeTracker target = service("target");
        fill(source, entries);
        try (Migration migration = Migration.builder()
                .source(source)
                .target(target)
                .range(FIRST, FIRST.plusDays(entries / 12 + 1))
                .mapping(
                        Mapping.builder().defaultPerson("1").defaultProject("1").build())
                .ledger(ledger)
                .stateDirectory(ledger.resolveSibling("state"))
                .build()) {
            migration.plan();
            long start = System.nanoTime();
            migration.apply();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (target.entries().size() != entries) {
                throw new IllegalStateException("only " + target.entries().size() + " entries arrived");
            }
            return entries / seconds;
        }
    }

    private static InMemoryTimeTracker service(String name) {
        return InMemoryTimeTracker.builder(Account.of(Service.of("memory"), name), SampleCapabilities.codebase())
                .pageSize(500)
                .build();
    }

    /** Adds this number of entries, a dozen per day. */
    private static void fill(InMemoryTimeTracker source, int count) {
        Account account = source.account();
        for (int i = 0; i < count; i++) {
            source.create(NewTimeEntry.of(WorkTime.on(FIRST.plusDays(i / 12), Duration.ofMinutes(1 + i % 480)))
                    .person(PersonRef.of(account, Integer.toString(1 + i % 30)))
                    .project(ProjectRef.of(account, Integer.toString(1 + i % 20)))
                    .note("work number " + i)
                    .build());
        }
    }
}
