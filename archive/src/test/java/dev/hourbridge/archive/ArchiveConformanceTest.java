package dev.hourbridge.archive;

import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.conformance.ServiceUnderTest;
import dev.hourbridge.conformance.TimeTrackerReadingConformance;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The reading half of the rules, on an archive of each of the four services. */
class ArchiveConformanceTest {
    @TempDir
    Path directory;

    @Nested
    final class OfCodebase extends TimeTrackerReadingConformance {
        @Override
        protected ServiceUnderTest start() {
            return new Archived(SampleCapabilities.codebase(), directory);
        }
    }

    @Nested
    final class OfTeamwork extends TimeTrackerReadingConformance {
        @Override
        protected ServiceUnderTest start() {
            return new Archived(SampleCapabilities.teamwork(ZoneId.of("America/New_York")), directory);
        }
    }

    @Nested
    final class OfTeamPulse extends TimeTrackerReadingConformance {
        @Override
        protected ServiceUnderTest start() {
            return new Archived(SampleCapabilities.teamPulse(), directory);
        }
    }

    @Nested
    final class OfLiveTimer extends TimeTrackerReadingConformance {
        @Override
        protected ServiceUnderTest start() {
            return new Archived(SampleCapabilities.liveTimer(), directory);
        }
    }

    /** An archive that is written again whenever entries were added to the service. */
    private static final class Archived implements ServiceUnderTest {
        private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

        private final Account account = Account.of(Service.of("memory"), "acme");
        private final Capabilities can;
        private final InMemoryTimeTracker service;
        private final Path file;
        private final Reopened tracker;

        Archived(Capabilities capabilities, Path directory) {
            can = capabilities;
            service = InMemoryTimeTracker.builder(account, capabilities).build();
            try {
                file = Files.createTempFile(directory, "hours", ".jsonl");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            tracker = new Reopened(archive(), this::archive);
        }

        private ArchiveTimeTracker archive() {
            try {
                ArchiveWriter.write(service, TimeEntryQuery.all(), file);
                return ArchiveTimeTracker.open(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TimeTracker tracker() {
            return tracker;
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
            return base.build();
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
                        .id(service.newId())
                        .workTime(workTime(i % 60))
                        .person(people().get(i % 2))
                        .note("Seeded " + i);
                if (can.placement() == Placement.TASK) {
                    entry.task(tasks().get(i % 2));
                } else {
                    entry.project(projects().get(i % 2));
                }
                service.put(entry.build());
            }
            tracker.archive = null;
        }

        @Override
        public void add(NewTimeEntry entry) {
            TimeEntry.Builder stored = TimeEntry.builder()
                    .id(service.newId())
                    .workTime(entry.workTime())
                    .note(entry.note());
            entry.person().ifPresent(stored::person);
            entry.project().ifPresent(stored::project);
            entry.task().ifPresent(stored::task);
            service.put(stored.build());
            tracker.archive = null;
        }

        /** Entries that were read: there are no requests. */
        @Override
        public long requests() {
            return tracker.entriesRead;
        }

        @Override
        public long creates() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static final class Reopened extends ForwardingTimeTracker {
        private final Supplier<ArchiveTimeTracker> write;
        private @Nullable ArchiveTimeTracker archive;
        private long entriesRead;

        Reopened(ArchiveTimeTracker first, Supplier<ArchiveTimeTracker> write) {
            super(first);
            this.write = write;
        }

        private ArchiveTimeTracker archive() {
            if (archive == null) {
                archive = write.get();
            }
            return archive;
        }

        @Override
        public Pager<TimeEntry> list(TimeEntryQuery query) {
            return archive().list(query).filter(entry -> ++entriesRead > 0);
        }

        @Override
        public TimeEntry get(TimeEntryId id) {
            return archive().get(id);
        }
    }
}
