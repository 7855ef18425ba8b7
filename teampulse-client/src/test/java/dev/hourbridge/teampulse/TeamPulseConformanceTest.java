package dev.hourbridge.teampulse;

import dev.hourbridge.conformance.ServiceUnderTest;
import dev.hourbridge.conformance.TimeTrackerConformance;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The rules of every tracker, on a simulated TeamPulse. */
final class TeamPulseConformanceTest extends TimeTrackerConformance {
    @Override
    protected ServiceUnderTest start() {
        return new Simulated();
    }

    private static final class Simulated implements ServiceUnderTest {
        private final TeamPulseSimulator service = TeamPulseSimulator.start();
        private final TeamPulseClient client = TeamPulseClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .build();
        private int seeds;

        @Override
        public TimeTracker tracker() {
            return client;
        }

        @Override
        public List<PersonRef> people() {
            return Stream.of("1", "2")
                    .map(id -> PersonRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ProjectRef> projects() {
            return List.of();
        }

        @Override
        public List<TaskRef> tasks() {
            return Stream.of("10", "20")
                    .map(id -> TaskRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ActivityRef> activities() {
            return Stream.of("Billable", "Non-Billable")
                    .map(id -> ActivityRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public NewTimeEntry base() {
            return NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45)))
                    .person(people().get(0))
                    .task(tasks().get(0))
                    .activity(activities().get(0))
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
