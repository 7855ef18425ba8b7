package dev.hourbridge.codebase;

import dev.hourbridge.conformance.ServiceUnderTest;
import dev.hourbridge.conformance.TimeTrackerConformance;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The rules of every tracker, on a simulated Codebase. */
final class CodebaseConformanceTest extends TimeTrackerConformance {
    @Override
    protected ServiceUnderTest start() {
        return new Simulated();
    }

    private static final class Simulated implements ServiceUnderTest {
        private final CodebaseSimulator service = CodebaseSimulator.start();
        private final CodebaseClient client = CodebaseClient.builder()
                .baseUrl(service.url().toString())
                .account(service.account())
                .username(service.username())
                .apiKey(service.apiKey())
                .projects("website", "app")
                .build();
        private int seeds;

        @Override
        public TimeTracker tracker() {
            return client;
        }

        @Override
        public List<PersonRef> people() {
            return Stream.of("1234", "1235")
                    .map(id -> PersonRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ProjectRef> projects() {
            return Stream.of("website", "app")
                    .map(id -> ProjectRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<TaskRef> tasks() {
            return Stream.of("website/5", "app/7")
                    .map(id -> TaskRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ActivityRef> activities() {
            return List.of();
        }

        @Override
        public NewTimeEntry base() {
            return NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45)))
                    .person(people().get(0))
                    .project(projects().get(0))
                    .note("Work")
                    .build();
        }

        @Override
        public void seed(int entries) {
            service.seed(++seeds, entries);
        }

        @Override
        public long requests() {
            return service.requests().count();
        }

        @Override
        public long creates() {
            return service.requests().count("create");
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
