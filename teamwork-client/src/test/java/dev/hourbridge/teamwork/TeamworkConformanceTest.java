package dev.hourbridge.teamwork;

import dev.hourbridge.conformance.ServiceUnderTest;
import dev.hourbridge.conformance.TimeTrackerConformance;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The rules of every tracker, on a simulated Teamwork. */
final class TeamworkConformanceTest extends TimeTrackerConformance {
    @Override
    protected ServiceUnderTest start() {
        return new Simulated();
    }

    private static final class Simulated implements ServiceUnderTest {
        private final TeamworkSimulator service = TeamworkSimulator.start();
        private final TeamworkClient client = TeamworkClient.builder()
                .baseUrl(service.url().toString())
                .apiKey(service.apiKey())
                .zone(service.zone())
                .build();
        private int seeds;

        @Override
        public TimeTracker tracker() {
            return client;
        }

        @Override
        public List<PersonRef> people() {
            return Stream.of("999", "1000")
                    .map(id -> PersonRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ProjectRef> projects() {
            return Stream.of("999", "1049")
                    .map(id -> ProjectRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<TaskRef> tasks() {
            return Stream.of("8001", "7641")
                    .map(id -> TaskRef.of(client.account(), id))
                    .toList();
        }

        @Override
        public List<ActivityRef> activities() {
            return List.of();
        }

        @Override
        public NewTimeEntry base() {
            return NewTimeEntry.of(
                            WorkTime.from(OffsetDateTime.parse("2024-06-12T09:30:00-04:00"), Duration.ofMinutes(45)))
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
            return service.requests().count("create-project")
                    + service.requests().count("create-task");
        }

        @Override
        public void close() {
            service.close();
        }
    }
}
