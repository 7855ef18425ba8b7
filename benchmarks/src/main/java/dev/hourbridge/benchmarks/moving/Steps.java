package dev.hourbridge.benchmarks.moving;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The steps of a migration of 3,000 entries for 8 people and 12 projects, between services that take time to respond.
 */
public final class Steps {
    /** The number of entries to move. */
    public static final int ENTRIES = 3_000;

    private static final int PEOPLE = 8;
    private static final int PROJECTS = 12;
    private static final int PAGE_SIZE = 400;
    private static final int PAGES = ENTRIES / PAGE_SIZE + 1;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 12, 30);

    private final Duration latency;
    private final LatentTracker source;
    private final LatentTracker target;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A step, with the requests that it needs at least: each list once, page after page, and each write, with as many
     * in flight as the migration permits. A plan lists the target for each person, and looks up each project.
     *
     * @param seconds the duration of the step
     * @param requests the number of requests that the step sent
     * @param neededSeconds the duration of the needed requests
     * @param neededRequests the number of needed requests
     */
    public record Step(String name, double seconds, int requests, double neededSeconds, int neededRequests) {}

    private Steps(Duration latency) {
        this.latency = latency;
        InMemoryTimeTracker from = service("source");
        fill(from);
        this.source = new LatentTracker(from, latency);
        this.target = new LatentTracker(service("target"), latency);
    }

    /** Runs plan, apply, verify and undo. Each request takes the given latency. */
    public static List<Step> measure(Path ledger, Duration latency) {
        return new Steps(latency).run(ledger);
    }

    private List<Step> run(Path ledger) {
        Map<String, String> people = new TreeMap<>();
        Map<String, String> projects = new TreeMap<>();
        for (int i = 1; i <= PROJECTS; i++) {
            people.put(Integer.toString(i), Integer.toString(i));
            projects.put(Integer.toString(i), Integer.toString(100 + i));
        }
        int parallel = Policy.ofDefaults().parallelism();
        try (Migration migration = Migration.builder()
                .source(source)
                .target(target)
                .range(FIRST, LAST)
                .mapping(Mapping.builder().people(people).projects(projects).build())
                .ledger(ledger)
                .stateDirectory(ledger.resolveSibling("state"))
                .build()) {
            measure("plan", PAGES + PEOPLE + PROJECTS, 1, () -> migration.plan().outcome());
            measure("apply", 1 + ENTRIES, parallel, () -> migration.apply().outcome());
            measure("verify", 2 * PAGES, 1, () -> migration.verify().outcome());
            measure("undo", 2 * ENTRIES + 1, parallel, () -> migration.undo().outcome());
        }
        return steps;
    }

    private void measure(String name, int needed, int parallel, Supplier<Outcome> step) {
        int before = source.requests() + target.requests();
        long start = System.nanoTime();
        Outcome outcome = step.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (outcome != Outcome.DONE) {
            throw new IllegalStateException(name + " ended with " + outcome);
        }
        steps.add(new Step(
                name,
                seconds,
                source.requests() + target.requests() - before,
                latency.toMillis() / 1e3 * needed / parallel,
                needed));
    }

    private static InMemoryTimeTracker service(String name) {
        return InMemoryTimeTracker.builder(Account.of(Service.of("memory"), name), SampleCapabilities.codebase())
                .pageSize(PAGE_SIZE)
                .build();
    }

    private static void fill(InMemoryTimeTracker source) {
        Account account = source.account();
        for (int i = 0; i < ENTRIES; i++) {
            source.create(NewTimeEntry.of(WorkTime.on(FIRST.plusDays(i * 7L % 365), Duration.ofMinutes(1 + i % 480)))
                    .person(PersonRef.of(account, Integer.toString(1 + i % PEOPLE)))
                    .project(ProjectRef.of(account, Integer.toString(1 + i / PEOPLE % PROJECTS)))
                    .note((i % 11 == 0 ? "Grüße " : "work ") + i)
                    .build());
        }
    }
}
