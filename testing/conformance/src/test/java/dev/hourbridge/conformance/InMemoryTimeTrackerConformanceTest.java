package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Directory;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Named;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.AccountReferences;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The rules of every tracker, on a service in memory with the capabilities of each of the four services. */
class InMemoryTimeTrackerConformanceTest {
    @Nested
    final class AsCodebase extends TimeTrackerConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.codebase());
        }
    }

    @Nested
    final class AsTeamwork extends TimeTrackerConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.teamwork(ZoneId.of("America/New_York")));
        }
    }

    @Nested
    final class AsTeamPulse extends TimeTrackerConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.teamPulse());
        }
    }

    @Nested
    final class AsLiveTimer extends TimeTrackerConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.liveTimer());
        }
    }

    /** As an archive is: entries of a service, and no writing. */
    @Nested
    final class AsAReadOnlyService extends TimeTrackerReadingConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.teamwork(ZoneId.of("America/New_York")).toBuilder()
                    .writable(Set.of())
                    .updatableFields(Set.of())
                    .build());
        }
    }

    /** A capability that none of the four has: nothing but a day and a duration is required. */
    @Nested
    final class AsAServiceThatRequiresNothing extends TimeTrackerConformance {
        @Override
        protected ServiceUnderTest start() {
            return new InMemory(SampleCapabilities.codebase().toBuilder()
                    .required(Set.of(EntryField.DATE, EntryField.DURATION))
                    .total(Capabilities.TotalKind.BY_LOCAL_DATE)
                    .build());
        }
    }

    private static final class InMemory implements ServiceUnderTest {
        private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

        private final Account account = Account.of(Service.of("memory"), "acme");
        private final InMemoryTimeTracker tracker;
        private final Capabilities can;

        InMemory(Capabilities capabilities) {
            can = capabilities;
            InMemoryTimeTrackerBuilder builder = InMemoryTimeTracker.builder(account, capabilities)
                    .projectOfTask(task -> task.equals("20") ? "10" : "11");
            if (capabilities.readable().contains(EntryField.PROJECT)) {
                builder.directory(new ListedDirectory());
            }
            tracker = builder.build();
        }

        @Override
        public TimeTracker tracker() {
            return tracker;
        }

        @Override
        public TimeTracker ownerless() {
            return can.writesForOthers()
                    ? tracker
                    : tracker.sameService().knowsOwner(false).build();
        }

        private <T> List<T> ids(EntryField field, Function<String, T> ref, String... ids) {
            return can.readable().contains(field) ? Stream.of(ids).map(ref).toList() : List.of();
        }

        @Override
        public List<PersonRef> people() {
            return ids(EntryField.PERSON, id -> PersonRef.of(account, id), "1", "2");
        }

        @Override
        public List<ProjectRef> projects() {
            return ids(EntryField.PROJECT, id -> ProjectRef.of(account, id), "10", "11");
        }

        @Override
        public List<TaskRef> tasks() {
            return ids(EntryField.TASK, id -> TaskRef.of(account, id), "20", "21");
        }

        @Override
        public List<ActivityRef> activities() {
            return ids(EntryField.ACTIVITY, id -> ActivityRef.of(account, id), "30", "31");
        }

        @Override
        public NewTimeEntry base() {
            NewTimeEntry.Builder base = NewTimeEntry.of(workTime(0)).person(people().get(0));
            if (can.placement() == Placement.TASK) {
                base.task(tasks().get(0));
            } else {
                base.project(projects().get(0));
            }
            if (can.required().contains(EntryField.ACTIVITY)) {
                base.activity(activities().get(0));
            }
            if (can.required().contains(EntryField.NOTE)) {
                base.note("A note");
            }
            return base.build();
        }

        private final class ListedDirectory implements Directory {
            @Override
            public Pager<Named<PersonRef>> people() {
                return Pager.of(InMemory.this.people()).map(person -> Named.of(person, "Person " + person.id()));
            }

            @Override
            public Pager<Named<PersonRef>> peopleOf(ProjectRef project) {
                own(project);
                return people();
            }

            @Override
            public Pager<Named<ProjectRef>> projects() {
                return Pager.of(InMemory.this.projects()).map(project -> Named.of(project, "Project " + project.id()));
            }

            @Override
            public Pager<Named<TaskRef>> tasksOf(ProjectRef project) {
                own(project);
                return Pager.of(InMemory.this.tasks())
                        .filter(task -> project.id().equals(task.id().equals("20") ? "10" : "11"))
                        .map(task -> Named.of(task, "Task " + task.id()));
            }

            private void own(ProjectRef project) {
                new AccountReferences(account).text("project", project.account(), project.id());
            }

            @Override
            public Named<PersonRef> owner() {
                return Named.of(InMemory.this.people().get(0), "Person 1");
            }

            @Override
            public Optional<ZoneId> zone() {
                return can.zone();
            }
        }

        private WorkTime workTime(int daysLater) {
            LocalDate day = DAY.plusDays(daysLater);
            Duration duration = Duration.ofMinutes(45);
            return can.startForm() == StartForm.NONE
                    ? WorkTime.on(day, duration)
                    : WorkTime.from(
                            day.atTime(10, 15)
                                    .atZone(can.zone().orElse(ZoneOffset.ofHours(2)))
                                    .toOffsetDateTime(),
                            duration);
        }

        @Override
        public void seed(int entries) {
            for (int i = 0; i < entries; i++) {
                TimeEntry.Builder entry = TimeEntry.builder()
                        .id(tracker.newId())
                        .workTime(workTime(i % 60))
                        .person(people().get(i % 2))
                        .note("Seeded " + i);
                if (can.placement() == Placement.TASK) {
                    entry.task(tasks().get(i % 2));
                } else {
                    entry.project(projects().get(i % 2));
                }
                tracker.put(entry.build());
            }
        }

        @Override
        public void add(NewTimeEntry entry) {
            TimeEntry.Builder stored = TimeEntry.builder()
                    .id(tracker.newId())
                    .workTime(entry.workTime())
                    .note(entry.note());
            entry.person().ifPresent(stored::person);
            entry.project().ifPresent(stored::project);
            entry.task().ifPresent(stored::task);
            tracker.put(stored.build());
        }

        @Override
        public long requests() {
            return tracker.requests();
        }

        @Override
        public long creates() {
            return tracker.creates();
        }

        @Override
        public void close() {}
    }
}
