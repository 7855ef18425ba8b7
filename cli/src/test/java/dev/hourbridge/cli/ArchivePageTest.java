package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.WorkTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of {@code docs/archive.md}, reads its example and compares its tables with what is written. */
final class ArchivePageTest {
    private static final Path PAGE = Path.of("..", "docs", "archive.md");

    @TempDir
    Path directory;

    private static String block(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(Files.readString(PAGE));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Test
    void theCommandsWriteTheirFiles() throws IOException {
        List<String> commands = block("sh").lines().toList();
        assertThat(commands).hasSize(3);
        try (Bench bench = new Bench(directory).withEntries(3)) {
            for (String command : commands) {
                assertThat(command).startsWith("hourbridge archive -c migration.yaml ");
                String[] options = command.substring("hourbridge archive -c migration.yaml ".length())
                        .split(" ");
                for (int i = 0; i < options.length; i++) {
                    if (options[i].matches(".*\\.(jsonl|gz|csv)")) {
                        options[i] = bench.path(options[i]).toString();
                    }
                }
                CommandRun run = bench.run("archive", options);
                assertThat(run.code()).as(command + run.err()).isZero();
            }
            assertThat(bench.path("hours.jsonl.gz")).exists();
            assertThat(bench.path("2007.csv")).exists();
            assertThat(bench.path("target.jsonl")).exists();
        }
    }

    @Test
    void theExampleIsAnArchive() throws IOException {
        Path file = Files.writeString(directory.resolve("hours.jsonl"), block("json"));
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            assertThat(archive.summary().entries()).isEqualTo(2);
            assertThat(archive.list(TimeEntryQuery.all()))
                    .last()
                    .extracting(TimeEntry::note)
                    .isEqualTo("J\u00FCrgens Entw\u00FCrfe");
        }
    }

    @Test
    void theTablesListEveryMember() throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> lines = block("json").lines().toList();
        assertThat(names(json.readTree(lines.get(0)).get("header")))
                .isSubsetOf(table("Header"))
                .containsAll(table("Header").stream()
                        .filter(name -> !Set.of("zone", "listedProjects").contains(name))
                        .toList());
        assertThat(table("Entry")).isEqualTo(new TreeSet<>(whole().toMap().keySet()));
        assertThat(names(json.readTree(lines.get(lines.size() - 1)).get("trailer")))
                .isEqualTo(table("Trailer").stream()
                        .filter(name -> !name.equals("nanos"))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The first column of the table under a heading. */
    private static Set<String> table(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("\n### " + heading + "\n") + 5);
        int next = section.indexOf("\n### ");
        Set<String> names = new TreeSet<>();
        Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                .matcher(next < 0 ? section : section.substring(0, next))
                .results()
                .forEach(row -> names.add(row.group(1)));
        return names;
    }

    private static TimeEntry whole() {
        Account acme = Account.of(Service.of("teamwork"), "acme");
        Account other = Account.of(Service.of("teamwork"), "other");
        return TimeEntry.builder()
                .id(TimeEntryId.of(acme, "1"))
                .workTime(WorkTime.from(OffsetDateTime.parse("2007-06-12T09:30:00+02:00"), Duration.ofNanos(1)))
                .reportedDuration(Duration.ofNanos(1))
                .person(PersonRef.of(other, "1"))
                .personName("x")
                .project(ProjectRef.of(other, "1"))
                .projectName("x")
                .task(TaskRef.of(other, "1"))
                .taskName("x")
                .activity(ActivityRef.of(other, "1"))
                .activityName("x")
                .client(ClientRef.of(other, "1"))
                .clientName("x")
                .invoice(Invoice.numbered("1"))
                .audit(Audit.builder()
                        .createdAt(Instant.EPOCH)
                        .createdBy("x")
                        .updatedAt(Instant.EPOCH)
                        .updatedBy("x")
                        .build())
                .extras(Map.of("x", "x"))
                .build();
    }
}
