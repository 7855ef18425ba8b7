package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.list.SortedEntries;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListCommandTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void listsTheSourceAsATableWithItsSum() {
        CommandRun list =
                bench.withEntries(2).withDayEntry(26, "Back \u202e and\nline").run("list");

        assertThat(list.code()).isZero();
        assertThat(list.lastLine()).isEqualTo("3 entries, 3:30:00");
        assertThat(list.out()).contains("2024-01-02  10:00   1:00:00").contains("Back   and line");
        assertThat(list.err()).isEmpty();
    }

    @Test
    void listsOneJsonObjectALine() throws Exception {
        List<String> lines = bench.withEntries(2)
                .run("list", "--format", "jsonl")
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(2);
        JsonNode first = new JsonMapper().readTree(lines.get(0));
        assertThat(first.get("date").asText()).isEqualTo("2024-01-02");
        assertThat(first.get("start").asText()).isEqualTo("2024-01-02T10:00:00-05:00");
        assertThat(first.get("seconds").asInt()).isEqualTo(3600);
        assertThat(first.get("person").asText()).isEqualTo("25");
        assertThat(first.get("note").asText()).isEqualTo("Entry 0");
        assertThat(first.get("billable").asText()).isEqualTo("unspecified");
    }

    @Test
    void listsCsvWithQuotationMarksWhereTheyAreNeeded() {
        CommandRun list = bench.withDayEntry(25, "He said \"go\", and\nwent").run("list", "--format", "csv");

        assertThat(list.out()).startsWith("id,date,start,").contains("\"He said \"\"go\"\", and\nwent\"");
        assertThat(list.out().split("\r\n")).hasSize(2);
    }

    @Test
    void writesNothingIntoCsvThatASpreadsheetWouldCompute() {
        for (String formula : new String[] {"=SUM(A1:A9)", "+1", "-1", "@now", "\tcell", "5 = 5"}) {
            bench.withDayEntry(25, formula);
        }

        assertThat(bench.run("list", "--format", "csv").out())
                .contains(",'=SUM(A1:A9),", ",'+1,", ",'-1,", ",'@now,", ",5 = 5,")
                .doesNotContainPattern(",\"?[=+\\-@\t]");
        assertThat(bench.run("list", "--format", "jsonl").out())
                .contains("\"=SUM(A1:A9)\"")
                .doesNotContain("'");
        assertThat(bench.run("list", "--help").out()).contains("apostrophe");
    }

    @Test
    void escapesInJsonWhatATerminalWouldObey() throws Exception {
        String note = "\u009B31mred \u202Edesrever\u202C \u2066x\u2069\u2028y\u2029z\u007F\uFEFF Zo\u00EB \uD83D\uDE00";
        bench.withDayEntry(25, note);

        CommandRun list = bench.run("list", "--format", "jsonl");
        assertThat(bench.run("plan").code()).isZero();
        bench.target.faults().nth(1, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);

        for (String json : List.of(list.out(), bench.text("report.json"), bench.text("report.rejects.jsonl"))) {
            assertThat(json.strip())
                    .doesNotContainPattern("[\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cc}&&[^\n]]")
                    .contains("Zo\u00EB");
        }
        assertThat(new JsonMapper().readTree(list.out()).get("note").asText()).isEqualTo(note);
        assertThat(new JsonMapper()
                        .readTree(bench.text("report.rejects.jsonl"))
                        .get("note")
                        .asText())
                .isEqualTo(note);
    }

    @Test
    void joinsTagsInCsvWithASignThatNoSpreadsheetSplitsAt() {
        bench.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-06-02T15:00:00Z"), 45)
                .tags(List.of("wall", "=1+1"))
                .build());

        assertThat(bench.run("list", "--side", "target", "--format", "csv").out())
                .contains(",wall | =1+1,");
    }

    @Test
    void writesNoControlCharacterIntoCsv() {
        bench.withDayEntry(25, "\u009B31mred");

        assertThat(bench.run("list", "--format", "csv").out())
                .contains(",\uFFFD31mred,")
                .doesNotContain("\u009B");
    }

    @Test
    void narrowsTheRangeOfTheFile() {
        bench.withEntries(5);

        assertThat(bench.run("list", "--from", "2024-01-03", "--to", "2024-01-04")
                        .lastLine())
                .startsWith("2 entries");
        assertThat(bench.run("list", "--from", "2024-01-05").lastLine()).startsWith("2 entries");
    }

    @Test
    void listsTheTarget() {
        assertThat(bench.withEntries(2).run("migrate", "--yes").code()).isZero();

        assertThat(bench.run("list", "--side", "target").lastLine()).isEqualTo("2 entries, 2:00:00");
    }

    @Test
    void sortsByDayThoseWithoutAStartFirst() {
        bench.source.add(StoredLiveTimerEntry.startEnd(
                        25,
                        OffsetDateTime.parse("2024-03-02T09:00:00-05:00"),
                        OffsetDateTime.parse("2024-03-02T10:00:00-05:00"))
                .note("third")
                .build());
        bench.withDayEntry(25, "second").withEntries(1);
        bench.source.add(StoredLiveTimerEntry.startEnd(
                        25,
                        OffsetDateTime.parse("2024-02-29T08:00:00-05:00"),
                        OffsetDateTime.parse("2024-02-29T09:00:00-05:00"))
                .note("after it")
                .build());

        assertThat(bench.run("list").out()).containsSubsequence("Entry 0", "second", "after it", "third");
    }

    @Test
    void keepsTheOrderOfAListThatIsTooLongToHold() {
        bench.source.seed(1, SortedEntries.MAX_SORTED + 1);

        CommandRun list = bench.run("list", "--format", "csv");

        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.out()
                        .lines()
                        .filter(line -> line.matches("\\d+,2024-.*"))
                        .count())
                .isEqualTo(SortedEntries.MAX_SORTED + 1);
        assertThat(list.err()).contains("Listed in the service's own order").contains("--from");
    }

    @Test
    void listsTheIdsThatAMappingNeeds() throws Exception {
        bench.withEntries(3).withDayEntry(26, "Telephone").withDayEntry(26, "Telephone");

        assertThat(bench.run("list", "--by", "person").out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("id name entries h:mm:ss", "25 walter 3 3:00:00", "26 olive 2 3:00:00");
        assertThat(bench.run("list", "--by", "project", "--format", "csv").out())
                .isEqualTo("id,name,entries,seconds\r\n29,Harbour wall,3,10800\r\n28,Telephone,2,10800\r\n");
        JsonNode line = new JsonMapper()
                .readTree(bench.run("list", "--by", "task", "--format", "jsonl").out());
        assertThat(line.has("id")).isFalse();
        assertThat(line.at("/entries").asInt()).isEqualTo(5);
        assertThat(bench.run("list", "--by", "colour").code()).isEqualTo(2);
    }
}
