package dev.hourbridge.livetimer;

import dev.hourbridge.conformance.ServiceUnderTest;
import dev.hourbridge.conformance.TimeTrackerConformance;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The rules of every tracker, on a simulated LiveTimer. */
final class LiveTimerConformanceTest extends TimeTrackerConformance {
    @Override
    protected ServiceUnderTest start() {
        return new Simulated();
    }

    private static final class Simulated implements ServiceUnderTest {
        private final LiveTimerSimulator service = LiveTimerSimulator.start();
        private final LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .user("25")
                .build();
        private int seeds;

        @Override
        public TimeTracker tracker() {
            return client;
        }

        @Override
        public TimeTracker ownerless() {
            return LiveTimerClient.builder()
                    .baseUrl(service.url().toString())
                    .login(service.username(), service.password())
                    .build();
        }

        @Override
        public List<PersonRef> people() {
            return Stream.of("25", "26")
                    .map(id -> PersonRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ProjectRef> projects() {
            return Stream.of("30", "29")
                    .map(id -> ProjectRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<TaskRef> tasks() {
            return Stream.of("40", "43")
                    .map(id -> TaskRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ActivityRef> activities() {
            return Stream.of("16", "17")
                    .map(id -> ActivityRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public NewTimeEntry base() {
            return NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45)))
                    .person(people().get(0))
                    .project(projects().get(0))
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
