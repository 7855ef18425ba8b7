package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveCommandTest {
    @TempDir
    Path directory;

    private Bench bench;
    private String file;

    @BeforeEach
    void start() {
        bench = new Bench(directory).withEntries(3);
        file = bench.path("hours.jsonl").toString();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Bench fromArchive() {
        String yaml = bench.yaml();
        String source = yaml.substring(yaml.indexOf("source:"), yaml.indexOf("target:"));
        return bench.replace(source, "source: { service: archive, file: \"" + file + "\" }\n");
    }

    @Test
    void writesTheEntriesOfTheFilesRangeAndSaysSo() {
        CommandRun archive = bench.run("archive", "--to", file);

        assertThat(archive.code()).as(archive.err()).isZero();
        assertThat(archive.out())
                .contains("hours.jsonl: 3 entries of livetimer:", "3:00 h, 2024-01-01 to 2024-12-31.")
                .contains("The service's own total for these days is the same.");
        assertThat(bench.posts()).isZero();
        assertThat(bench.text("hours.jsonl").lines()).hasSize(5);
    }

    @Test
    void takesTheDaysOfItsOptions() throws IOException {
        CommandRun archive = bench.run("archive", "--to", file, "--from", "2024-01-03", "--to", "2024-01-03", "--json");

        JsonNode json = new JsonMapper().readTree(archive.out());
        assertThat(json.get("exitCode").asInt()).isZero();
        assertThat(json.get("file").asText()).isEqualTo(file);
        assertThat(json.get("account").asText()).startsWith("livetimer:");
        assertThat(json.get("firstDay").asText()).isEqualTo("2024-01-03");
        assertThat(json.get("lastDay").asText()).isEqualTo("2024-01-03");
        assertThat(json.get("entries").asInt()).isEqualTo(1);
        assertThat(json.get("seconds").asInt()).isEqualTo(3600);
        assertThat(json.get("sha256").asText()).hasSize(64);
    }

    @Test
    void replacesAFileOnlyIfItIsForcedTo() {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        String before = bench.text("hours.jsonl");
        bench.withDayEntry(25, "Added");

        CommandRun unforced = bench.run("archive", "--to", file);
        assertThat(unforced.code()).isEqualTo(2);
        assertThat(unforced.err()).contains("hours.jsonl exists").contains("--force");
        assertThat(bench.text("hours.jsonl")).isEqualTo(before);

        assertThat(bench.run("archive", "--to", file, "--force").code()).isZero();
        assertThat(bench.text("hours.jsonl")).contains("Added");
    }

    @Test
    void namesWhatIsWrongWithItsOptionsBeforeAnyRequest() {
        for (String[] options : new String[][] {
            {"--to", bench.path("hours.txt").toString()},
            {"--to", "2024-01-03"},
            {"--to", file, "--to", file},
            {"--to", file, "--to", "2024-13-01"},
            {"--to", file, "--to", "2024-01-03", "--to", "2024-01-04"},
            {"--to", bench.path("none/hours.jsonl").toString()},
            {"--to", file, "--csv", bench.path("hours.xlsx").toString()},
            {"--to", file, "--csv", bench.path("none/hours.csv").toString()},
            {"--to", file, "--from", "2024-02-01", "--to", "2024-01-01"},
            {}
        }) {
            CommandRun archive = bench.run("archive", options);
            assertThat(archive.code()).as("%s", List.of(options)).isEqualTo(2);
            assertThat(archive.err()).containsPattern("--(to|csv)");
        }
        assertThat(bench.source.requests().countsByOperation()).isEmpty();
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsNamedBeforeAnyRequest() throws IOException {
        Path locked = Files.createDirectory(bench.path("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(locked), "the user of the tests may not write everywhere");

        CommandRun archive =
                bench.run("archive", "--to", locked.resolve("hours.jsonl").toString());

        assertThat(archive.code()).isEqualTo(2);
        assertThat(archive.err()).contains("cannot be written to");
    }

    /** Linux lets no user create a file in /proc, not even root, whom permissions do not bind. */
    @Test
    void aDirectoryThatTakesNoFilesIsNamed() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "a directory where no user can create a file");

        CommandRun archive = bench.run("archive", "--to", "/proc/hours.jsonl");

        assertThat(archive.code()).isNotZero();
        assertThat(archive.err()).contains("/proc");
        assertThat(archive.out()).isEmpty();
        assertThat(Path.of("/proc/hours.jsonl")).doesNotExist();
    }

    @Test
    void aServiceThatFailsLeavesTheOldFile() {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        String before = bench.text("hours.jsonl");
        bench.source.faults().always(Requests.any(), Fault.status(503));

        assertThat(bench.run("archive", "--to", file, "--force").code()).isEqualTo(5);

        assertThat(bench.text("hours.jsonl")).isEqualTo(before);
    }

    @Test
    void aTotalThatDisagreesIsExitCode8AndTheFileIsWritten() {
        bench.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-06-02T15:00:00Z"), 45)
                .build());
        try (EchoingProxy proxy = new EchoingProxy(bench.target.url())) {
            proxy.change = body -> new String(body, StandardCharsets.UTF_8)
                    .replaceAll("\"total-mins-sum\":\\s*\"[^\"]*\"", "\"total-mins-sum\":\"105\"")
                    .replaceAll("\"total-hours-sum\":\\s*\"[^\"]*\"", "\"total-hours-sum\":\"1.75\"")
                    .getBytes(StandardCharsets.UTF_8);
            bench.replace(bench.target.url().toString(), proxy.url());

            CommandRun archive = bench.run("archive", "--side", "target", "--to", file);

            assertThat(archive.code()).as(archive.err() + archive.out()).isEqualTo(8);
            assertThat(archive.out()).contains("The service's own total for these days is 1:45 h, not 0:45 h");
            assertThat(bench.text("hours.jsonl")).contains("\"entries\":1");
        }
    }

    @Test
    void aDamagedArchiveIsExitCode3AndNamesTheLine() throws IOException {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        fromArchive();
        assertThat(bench.run("list").lastLine()).isEqualTo("3 entries, 3:00:00");
        Files.writeString(Path.of(file), bench.text("hours.jsonl").replace("Entry 1", "Entry 7"));

        for (String command : List.of("list", "plan", "migrate")) {
            CommandRun run = bench.run(command, command.equals("migrate") ? new String[] {"--yes"} : new String[0]);
            assertThat(run.code()).as(command).isEqualTo(3);
            assertThat(run.err()).contains("hours.jsonl, line 3: ").doesNotContain("Entry 7");
            assertThat(run.out()).doesNotContain("Entry");
        }
        assertThat(bench.posts()).isZero();
    }

    @Test
    void anArchiveIsASourceOnly() {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        bench.replace("service: teamwork", "service: archive");

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("not one of codebase, teamwork, teampulse, livetimer");
    }

    @Test
    void aMissingFileIsNamedByItsLine() {
        fromArchive();

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("migration.yaml").contains("hours.jsonl");
    }

    @Test
    void aRangeThatTheArchiveDoesNotCoverIsExitCode3() {
        assertThat(bench.run("archive", "--to", file, "--to", "2024-01-02").code())
                .isZero();
        fromArchive();

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("it covers 2024-01-01 to 2024-01-02");
        assertThat(bench.posts()).isZero();
    }

    @Test
    void aMigrationFromAnArchiveIsVerifiedAndRepeatedWithoutTheService() {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        fromArchive();
        bench.source.close();

        CommandRun first = bench.run("migrate", "--yes");
        assertThat(first.code()).as(first.err() + first.out()).isZero();
        assertThat(bench.posts()).isEqualTo(3);
        assertThat(bench.run("verify").code()).isZero();
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.posts()).isEqualTo(3);
    }

    @Test
    void checkReadsAnArchive() {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        fromArchive();

        CommandRun check = bench.run("check");

        assertThat(check.code()).as(check.err() + check.out()).isZero();
        assertThat(check.out()).contains("source", "3 rows");
    }

    @Test
    void aNewerArchiveProvesADeletion() throws IOException {
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        long first = bench.source.entries().get(0).id();
        bench.source.remove(first);
        bench.withEntries(1);
        String newer = bench.path("newer.jsonl").toString();
        assertThat(bench.run("archive", "--to", newer).code()).isZero();
        fromArchive().replace("existing: stop", "existing: stop\n  deleted: delete");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries()).hasSize(3);

        Files.move(Path.of(newer), Path.of(file), StandardCopyOption.REPLACE_EXISTING);
        CommandRun later = bench.run("migrate", "--yes");

        assertThat(later.code()).as(later.err() + later.out()).isZero();
        assertThat(bench.target.entries()).hasSize(3);
        assertThat(bench.target.deletedEntries()).hasSize(1);
        assertThat(bench.posts()).isEqualTo(4);
    }

    /** Sends everything from the service, deletes an entry there and writes an archive without it. */
    private void sendAndDelete(String... days) {
        bench.replace("existing: stop", "existing: stop\n  deleted: delete");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        bench.source.remove(bench.source.entries().get(0).id());
        String[] options = new String[days.length + 2];
        options[0] = "--to";
        options[1] = file;
        System.arraycopy(days, 0, options, 2, days.length);
        assertThat(bench.run("archive", options).code()).isZero();
        fromArchive();
    }

    private void assertNothingIsDeleted(int code, String message) {
        CommandRun later = bench.run("migrate", "--yes");
        assertThat(later.code()).as(later.err() + later.out()).isEqualTo(code);
        assertThat(later.err()).contains(message);
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void anArchiveOfTheLedgersRangeProvesADeletion() {
        sendAndDelete();

        assertThat(bench.run("migrate", "--yes").code()).isZero();

        assertThat(bench.target.entries()).hasSize(2);
    }

    @Test
    void anArchiveThatDoesNotCoverTheLedgersRangeProvesNoDeletion() {
        sendAndDelete("--from", "2024-01-03");
        assertNothingIsDeleted(3, "it covers 2024-01-03 to 2024-12-31");

        bench.replace("from: 2024-01-01", "from: 2024-01-03");
        assertNothingIsDeleted(12, "has the range 2024-01-01 to 2024-12-31, which a later plan cannot narrow");
    }

    @Test
    void anArchiveWithoutItsTrailerProvesNoDeletion() throws IOException {
        sendAndDelete();
        List<String> lines = bench.text("hours.jsonl").lines().toList();
        Files.write(Path.of(file), lines.subList(0, lines.size() - 1));

        assertNothingIsDeleted(3, "No part of the file is used");
    }

    @Test
    void anArchiveWithoutItsHeaderOrALineProvesNoDeletion() throws IOException {
        sendAndDelete();
        List<String> lines = bench.text("hours.jsonl").lines().toList();
        for (int missing = 0; missing < lines.size(); missing++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(missing);
            Files.write(Path.of(file), rest);
            assertNothingIsDeleted(3, "No part of the file is used");
        }
    }

    /** The entry moved to a day of which the archive has nothing. */
    @Test
    void anArchiveProvesNoDeletionOfAnEntryOnADayThatItDoesNotCover() {
        bench.replace("existing: stop", "existing: stop\n  deleted: delete");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        try (LiveTimerClient client = LiveTimerClient.builder()
                .baseUrl(bench.source.url().toString())
                .login("walter", bench.source.password())
                .build()) {
            OffsetDateTime nextYear = OffsetDateTime.parse("2025-03-04T10:00:00-05:00");
            client.update(
                    client.entryId(Long.toString(bench.source.entries().get(0).id())),
                    TimeEntryUpdate.builder()
                            .workTime(WorkTime.from(nextYear, Duration.ofHours(1)))
                            .build());
        }
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.run("archive", "--to", file).code()).isZero();
        fromArchive();

        CommandRun later = bench.run("migrate", "--yes");

        assertThat(later.code()).as(later.err() + later.out()).isZero();
        assertThat(bench.target.entries()).hasSize(3);
    }

    @Test
    void theSpreadsheetFileHasTheSameEntriesWithHoursAndNoFormula() throws IOException {
        List<String> notes = List.of("=SUM(A1:A9)", "+1", "J\u00FCrgen, \"M\u00FCller\"; \uD83D\uDE00", "Two\nlines");
        notes.forEach(note -> bench.withDayEntry(25, note));
        String csv = bench.path("hours.csv").toString();

        CommandRun archive = bench.run("archive", "--to", file, "--csv", csv);

        assertThat(archive.code()).as(archive.err()).isZero();
        assertThat(archive.out()).contains("hours.csv: the same entries for a spreadsheet.");
        String text = bench.text("hours.csv");
        assertThat(text)
                .startsWith("\uFEFFhours,h:mm,id,date,start,end,")
                .doesNotContainPattern("(?m)[,\uFEFF\"][=+@-]");
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(
                text.substring(1),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            parser.forEach(records::add);
        }
        assertThat(records).hasSize(7);
        assertThat(records.get(0).toMap())
                .containsEntry("hours", "1")
                .containsEntry("h:mm", "1:00")
                .containsEntry("date", "2024-01-02")
                .containsEntry("start", "2024-01-02T10:00:00-05:00")
                .containsEntry("note", "Entry 0");
        List<CSVRecord> dated =
                records.stream().filter(each -> each.get("start").isEmpty()).toList();
        assertThat(dated).allSatisfy(each -> {
            assertThat(each.get("hours")).isEqualTo("1.5");
            assertThat(each.get("h:mm")).isEqualTo("1:30");
        });
        assertThat(dated.stream().map(each -> each.get("note")).toList())
                .containsExactlyInAnyOrder("'=SUM(A1:A9)", "'+1", notes.get(2), notes.get(3));
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(Path.of(csv)))
                    .isEqualTo(Set.copyOf(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void aRejectedCredentialIsNamedByItsLine() {
        bench.replace("\"${LIVETIMER_PASSWORD}\"", "wrong");

        CommandRun archive = bench.run("archive", "--to", file);

        assertThat(archive.code()).isEqualTo(3);
        assertThat(archive.err())
                .contains("the source does not accept these credentials")
                .contains("migration.yaml");
    }
}
