package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
    private static final TimeEntryQuery ALL = TimeEntryQuery.all();

    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("hours.jsonl");
    }

    private List<TimeEntry> listed() throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file())) {
            return archive.list(ALL).stream().toList();
        }
    }

    private void assertNothingElseIsThere(String... names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void readsTheListTwiceAndAgainIfItChanged() throws IOException {
        TimeEntry edited = Entries.small(2).toBuilder().note("Edited").build();
        ListedService service = new ListedService(
                read -> switch (read) {
                    case 0 -> List.of(Entries.small(1), Entries.small(2));
                    // An entry slipped away while the list was read: the same count, another content.
                    case 1 -> List.of(Entries.small(1), edited);
                    default -> List.of(edited, Entries.small(1));
                },
                reads -> Optional.empty());

        ArchiveSummary written = ArchiveWriter.write(service, ALL, file());

        assertThat(service.reads).isEqualTo(3);
        assertThat(written.entries()).isEqualTo(2);
        assertThat(written.serviceTotal()).isEmpty();
        assertThat(written.disagreesWithService()).isFalse();
        assertThat(listed()).containsExactly(edited, Entries.small(1));
    }

    @Test
    void writesNothingOfAListThatChangesOnEveryRead() throws IOException {
        Files.writeString(file(), "before");
        ListedService service = new ListedService(read -> List.of(Entries.small(read + 1)), reads -> Optional.empty());

        assertThatThrownBy(() -> ArchiveWriter.write(service, ALL, file()))
                .isInstanceOf(ListChangedException.class)
                .hasMessageContaining("teamwork:acme.teamwork.com");

        assertThat(service.reads).isEqualTo(4);
        assertThat(file()).hasContent("before");
        assertNothingElseIsThere("hours.jsonl");
    }

    @Test
    void comparesTheServicesOwnTotal() throws IOException {
        Duration sum = Duration.ofMinutes(31);
        ListedService service =
                new ListedService(read -> List.of(Entries.small(1)), reads -> Optional.of(sum.plusMinutes(1)));

        ArchiveSummary written = ArchiveWriter.write(service, ALL, file());

        assertThat(written.disagreesWithService()).isTrue();
        assertThat(written.serviceTotal()).contains(sum.plusMinutes(1));
        assertThat(listed()).containsExactly(Entries.small(1));
    }

    @Test
    void readsTheListAgainWhereTheTotalIsNewer() throws IOException {
        List<TimeEntry> later = List.of(Entries.small(1), Entries.small(2));
        ListedService service = new ListedService(
                read -> read < 2 ? later.subList(0, 1) : later, reads -> Optional.of(Duration.ofMinutes(31 + 32)));

        ArchiveSummary written = ArchiveWriter.write(service, ALL, file());

        assertThat(written.disagreesWithService()).isFalse();
        assertThat(listed()).isEqualTo(later);
    }

    /** LiveTimer's total cuts days at one offset. */
    @Test
    void comparesATotalOfAnotherOffsetOnlyWhereNothingIsNearTheEnds() throws IOException {
        Account account = Account.of(Service.of("livetimer"), "acme");
        InMemoryTimeTracker service = InMemoryTimeTracker.builder(account, SampleCapabilities.liveTimer())
                .build();
        LocalDate first = LocalDate.of(2024, 6, 1);
        TimeEntryQuery days = TimeEntryQuery.between(first, first.plusDays(29));
        service.put(TimeEntry.builder()
                .id(service.newId())
                .person(PersonRef.of(account, "25"))
                .workTime(WorkTime.from(OffsetDateTime.parse("2024-06-12T10:00:00+02:00"), Duration.ofHours(1)))
                .build());
        assertThat(ArchiveWriter.write(service, days, file()).serviceTotal()).contains(Duration.ofHours(1));

        TimeEntryId outside = service.newId();
        service.put(TimeEntry.builder()
                .id(outside)
                .person(PersonRef.of(account, "25"))
                .workTime(WorkTime.from(OffsetDateTime.parse("2024-05-31T23:00:00+02:00"), Duration.ofHours(1)))
                .build());
        assertThat(ArchiveWriter.write(service, days, file()).serviceTotal()).isEmpty();
        assertThat(listed()).hasSize(1).noneMatch(entry -> entry.id().equals(outside));
    }

    @Test
    void isReadableByItsOwnerOnlyAndLeavesNothingElse() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));

        ArchiveWriter.write(ListedService.of(List.of()), ALL, file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertNothingElseIsThere("hours.jsonl");
        assertThat(listed()).isEmpty();
    }

    @Test
    void leavesTheOldFileWhereTheServiceFails() throws IOException {
        ArchiveWriter.write(ListedService.of(List.of(Entries.small(1))), ALL, file());
        byte[] before = Files.readAllBytes(file());
        List<RuntimeException> failures = List.of(
                new ConnectionException(Failure.builder("cut").build()),
                new CallInterruptedException(Failure.builder("interrupted").build()),
                new IllegalStateException("a bug"));
        for (RuntimeException failure : failures) {
            for (int read = 0; read < 2; read++) {
                int failing = read;
                ListedService service = new ListedService(
                        each -> each == failing
                                ? failingAfter(List.of(Entries.small(2)), failure)
                                : List.of(Entries.small(2)),
                        reads -> Optional.empty());

                assertThatThrownBy(() -> ArchiveWriter.write(service, ALL, file()))
                        .isSameAs(failure);

                assertThat(file()).hasBinaryContent(before);
                assertNothingElseIsThere("hours.jsonl");
            }
        }
    }

    private static Iterable<TimeEntry> failingAfter(List<TimeEntry> entries, RuntimeException failure) {
        List<TimeEntry> listed = new ArrayList<>(entries);
        return () -> Stream.concat(listed.stream(), Stream.generate(() -> thrown(failure)))
                .iterator();
    }

    private static TimeEntry thrown(RuntimeException failure) {
        throw failure;
    }

    @Test
    void leavesTheOldFileWhereTheDirectoryCannotBeWritten() throws IOException {
        Path none = directory.resolve("none").resolve("hours.jsonl");
        assertThatThrownBy(() -> ArchiveWriter.write(ListedService.of(List.of()), ALL, none))
                .isInstanceOf(IOException.class);
        assertThat(none).doesNotExist();

        Path folder = directory.resolve("folder");
        Files.createDirectories(folder.resolve("inner"));
        assertThatThrownBy(() -> ArchiveWriter.write(ListedService.of(List.of()), ALL, folder))
                .isInstanceOf(IOException.class);
        assertThat(folder).isDirectory();
        assertNothingElseIsThere("folder");
    }

    @Test
    void takesDaysOnly() {
        for (TimeEntryQuery query : List.of(
                TimeEntryQuery.builder()
                        .person(PersonRef.of(ListedService.ACME, "25"))
                        .build(),
                TimeEntryQuery.builder().updatedSince(Instant.EPOCH).build())) {
            assertThatThrownBy(() -> ArchiveWriter.write(ListedService.of(Collections.emptyList()), query, file()))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("days: ");
        }
    }
}
