package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveRoundTripTest {
    private static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2007, 12, 31);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2008-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private final List<TimeEntry> entries = List.of(Entries.small(1), Entries.whole(2), Entries.small(40));

    private Path write(String name, TimeEntryQuery days) throws IOException {
        Path file = directory.resolve(name);
        ArchiveWriter.write(ListedService.of(entries), days, file, entries -> {}, CLOCK);
        return file;
    }

    @Test
    void readsBackEveryFieldInTheOrderOfTheService() throws IOException {
        for (String name : List.of("hours.jsonl", "hours.jsonl.gz")) {
            Path file = write(name, TimeEntryQuery.all());
            try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
                assertThat(archive.list(TimeEntryQuery.all())).containsExactlyElementsOf(entries);
                assertThat(archive.account()).isEqualTo(ListedService.ACME);
                for (TimeEntry entry : entries) {
                    assertThat(archive.get(entry.id())).isEqualTo(entry);
                }
            }
        }
        assertThat(Files.readAllBytes(directory.resolve("hours.jsonl.gz"))).startsWith(0x1f, 0x8b);
    }

    @Test
    void anArchiveOfAnArchiveHasTheSameEntries() throws IOException {
        Path first = write("hours.jsonl", TimeEntryQuery.all());
        Path second = directory.resolve("copy.jsonl");
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(first)) {
            ArchiveWriter.write(archive, TimeEntryQuery.all(), second, entries -> {}, CLOCK);
        }

        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void summarizesCountSumMonthsAndDays() throws IOException {
        Path file = write("hours.jsonl", TimeEntryQuery.between(FIRST, LAST));
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            ArchiveSummary summary = archive.summary();

            assertThat(summary.account()).isEqualTo(ListedService.ACME);
            assertThat(summary.firstDay()).contains(FIRST);
            assertThat(summary.lastDay()).contains(LAST);
            assertThat(summary.writtenAt()).isEqualTo(CLOCK.instant());
            assertThat(summary.client()).startsWith("hourbridge ");
            assertThat(summary.entries()).isEqualTo(3);
            assertThat(summary.duration())
                    .isEqualTo(Duration.ofMinutes(31 + 60 + 35).plusMillis(500));
            assertThat(summary.months())
                    .containsExactly(
                            Map.entry(YearMonth.of(2007, 1), Duration.ofMinutes(31)),
                            Map.entry(YearMonth.of(2007, 2), Duration.ofMinutes(35)),
                            Map.entry(
                                    YearMonth.of(2007, 3),
                                    Duration.ofMinutes(60).plusMillis(500)));
            assertThat(summary.sha256()).isEqualTo(sha256(Files.readAllBytes(file)));
        }
    }

    /** What docs/archive.md describes, computed without the code of this module. */
    @Test
    void isAHeaderAnEntryALineAndATrailerEachWithACheck() throws IOException {
        String text = Files.readString(write("hours.jsonl", TimeEntryQuery.between(FIRST, LAST)));
        List<String> lines = text.lines().toList();

        assertThat(text).endsWith("\n").doesNotContain("\r");
        assertThat(text.split("\n")).hasSize(5).hasSameSizeAs(lines);
        assertThat(lines.get(0))
                .startsWith("{\"header\":{\"format\":\"hourbridge-archive\",\"version\":1,"
                        + "\"account\":\"teamwork:acme.teamwork.com\",\"zone\":\"America/New_York\","
                        + "\"firstDay\":\"2007-01-01\",\"lastDay\":\"2007-12-31\","
                        + "\"writtenAt\":\"2008-01-02T03:04:05Z\",\"client\":\"hourbridge ");
        assertThat(lines.get(1)).startsWith("{\"entry\":{\"id\":\"1\",\"account\":\"teamwork:acme.teamwork.com\",");
        assertThat(lines.get(4))
                .startsWith("{\"trailer\":{\"entries\":3,\"seconds\":7560,\"nanos\":500000000,\"months\":"
                        + "{\"2007-01\":{\"entries\":1,\"seconds\":1860},");
        int start = 0;
        for (String line : lines) {
            int check = text.indexOf(",\"check\":\"", start);
            String before = sha256(text.substring(0, check).getBytes(StandardCharsets.UTF_8));
            assertThat(line).endsWith(",\"check\":\"" + before.substring(0, 16) + "\"}");
            start += line.length() + 1;
        }
        String beforeTrailer = text.substring(0, text.indexOf("{\"trailer\""));
        assertThat(lines.get(4))
                .contains("\"sha256\":\"" + sha256(beforeTrailer.getBytes(StandardCharsets.UTF_8)) + "\"");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesDaysThatItDoesNotCover() throws IOException {
        Path file = write("hours.jsonl", TimeEntryQuery.between(FIRST, LAST));
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            assertThat(archive.list(TimeEntryQuery.between(FIRST, LAST))).hasSize(3);
            assertThat(archive.list(TimeEntryQuery.between(FIRST.plusDays(1), FIRST.plusDays(2))))
                    .containsExactly(entries.get(0));
            for (TimeEntryQuery query : List.of(
                    TimeEntryQuery.between(FIRST.minusDays(1), LAST),
                    TimeEntryQuery.between(FIRST, LAST.plusDays(1)),
                    TimeEntryQuery.builder().firstDay(LAST.plusDays(1)).build())) {
                assertThatThrownBy(() -> archive.list(query))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("it covers 2007-01-01 to 2007-12-31");
            }
        }
    }

    @Test
    void refusesReferencesOfAnotherAccount() throws IOException {
        Account other = Account.of(Service.of("teamwork"), "other.teamwork.com");
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(write("hours.jsonl", TimeEntryQuery.all()))) {
            assertThatThrownBy(() -> archive.list(TimeEntryQuery.builder()
                            .person(PersonRef.of(other, "25"))
                            .build()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> archive.list(TimeEntryQuery.builder()
                            .task(TaskRef.of(other, "1"))
                            .build()))
                    .isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> archive.get(TimeEntryId.of(other, "1"))).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> archive.get(TimeEntryId.of(ListedService.ACME, "99")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void aFileThatDoesNotExistIsAnIoException() {
        assertThatThrownBy(() -> ArchiveTimeTracker.open(directory.resolve("none.jsonl")))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("none.jsonl");
    }
}
