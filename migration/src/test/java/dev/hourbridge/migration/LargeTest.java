package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PageToken;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import dev.hourbridge.model.spi.PageSource;
import dev.hourbridge.model.spi.Pagers;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many entries as a company has in ten years, in the memory of a small machine. */
class LargeTest {
    @TempDir
    Path directory;

    @Test
    void oneHundredThousandEntriesPassInASmallHeap() throws Exception {
        int entries = Samples.of(5_000, 100_000);
        String heap = Samples.isFull() ? "-Xmx256m" : "-Xmx40m";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        directory.resolve("large.db").toString(),
                        Integer.toString(entries))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "output"))
                .start();
        try {
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
            assertThat(directory.resolve("output")).content().contains("All " + entries + " entries are on the target");
            assertThat(process.exitValue()).isZero();
            Evidence.of(Area.MEMORY, "Large migration")
                    .tried("plan, apply and verify in a heap of 40 MB, 256 MB under -Pfull")
                    .result("all entries verified")
                    .count(entries);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What runs in the small heap. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            int entries = Integer.parseInt(arguments[1]);
            try (Migration migration = Migration.builder()
                    .source(new Numbers("source", entries))
                    .target(new Numbers("target", 0))
                    .range(LocalDate.of(2014, 1, 1), LocalDate.of(2023, 12, 31))
                    .mapping(Mapping.builder()
                            .defaultPerson("1")
                            .defaultProject("1")
                            .build())
                    .ledger(Path.of(arguments[0]))
                    .stateDirectory(Path.of(arguments[0] + ".state"))
                    .hook(World.QUICK)
                    .build()) {
                migration.plan();
                migration.apply();
                System.out.println(migration.verify().summary());
            }
        }
    }

    /** A service whose entries follow from their numbers, so that it needs no memory of its own. */
    private static final class Numbers implements TimeTracker {
        private static final int PAGE_SIZE = 500;
        private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

        private final Account account;
        private final boolean isSource;

        /** For each row the number in its note; rows are numbered from 0. */
        private int[] notes;

        private int size;

        Numbers(String name, int size) {
            this.account = Account.of(Service.of("numbers"), name);
            this.isSource = size > 0;
            this.notes = new int[Math.max(size, 16)];
            this.size = size;
            Arrays.setAll(notes, i -> i);
        }

        private TimeEntry row(int index) {
            int number = notes[index];
            String place = isSource ? Integer.toString(number % 20) : "1";
            return TimeEntry.builder()
                    .id(TimeEntryId.of(account, Integer.toString(index + 1)))
                    .person(PersonRef.of(account, isSource ? Integer.toString(number % 30) : "1"))
                    .project(ProjectRef.of(account, place))
                    .workTime(WorkTime.on(FIRST.plusDays(number % 3650), Duration.ofMinutes(1 + number % 480)))
                    .note("work number " + number)
                    .build();
        }

        @Override
        public Account account() {
            return account;
        }

        @Override
        public Capabilities capabilities() {
            return Profiles.CODEBASE.capabilities();
        }

        @Override
        public Pager<TimeEntry> list(TimeEntryQuery query) {
            return Pagers.paged(new PageSource<TimeEntry>() {
                @Override
                public Page<TimeEntry> fetch(@Nullable PageToken token) {
                    synchronized (Numbers.this) {
                        List<TimeEntry> page = new ArrayList<>();
                        int i = token == null ? 0 : Integer.parseInt(token.toString());
                        for (; i < size && page.size() < PAGE_SIZE; i++) {
                            TimeEntry row = row(i);
                            if (query.matches(row)) {
                                page.add(row);
                            }
                        }
                        return Page.of(page, i < size ? PageToken.parse(Integer.toString(i)) : null);
                    }
                }

                @Override
                public String key(TimeEntry item) {
                    return item.id().id();
                }
            });
        }

        @Override
        public synchronized TimeEntryId create(NewTimeEntry entry) {
            if (size == notes.length) {
                notes = Arrays.copyOf(notes, size * 2);
            }
            notes[size] = Integer.parseInt(entry.note().substring("work number ".length()));
            return TimeEntryId.of(account, Integer.toString(++size));
        }

        @Override
        public TimeEntry get(TimeEntryId id) {
            throw new NotFoundException(Failure.builder("GET").build());
        }

        @Override
        public void update(TimeEntryId id, TimeEntryUpdate update) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(TimeEntryId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Duration> total(TimeEntryQuery query) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
