package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a run with rejects to their being moved. */
class RejectsTest {
    @TempDir
    Path directory;

    Bench bench;

    @BeforeEach
    void oneOfSixWasRefused() {
        bench = new Bench(directory).withEntries(6);
        assertThat(bench.run("plan").code()).isZero();
        bench.target.faults().nth(5, Requests.method("POST"), Fault.status(422));
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(6);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Path rejects() {
        return bench.path("report.rejects.jsonl");
    }

    @Test
    void areListedInAFileOfTheirOwnForAsLongAsThereAreSome() {
        assertThat(bench.text("report.rejects.jsonl").lines())
                .singleElement()
                .asString()
                .startsWith("{\"source\":\"")
                .contains(
                        "\"person\":\"999\",\"project\":\"1049\",\"task\":\"\",\"day\":\"2024-01-0",
                        "\"seconds\":3600");

        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        assertThat(rejects()).doesNotExist();
        assertThat(bench.target.entries()).hasSize(6);
    }

    @Test
    void arePlannedFromTheFileInALedgerOfTheirOwn() throws IOException {
        Path kept = Files.copy(rejects(), bench.path("mend.jsonl"));
        bench.inNewLedger("mended");

        CommandRun plan = bench.run("plan", "--only", kept.toString());
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("1 entry: selected, the only one in this plan");
        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).isZero();
        assertThat(migrate.lastLine())
                .startsWith("The 1 planned entry is on the target")
                .endsWith("The plan was for 1 named entry only.");
        assertThat(bench.target.entries()).hasSize(6);
    }

    @Test
    void stayInTheirFileWhateverBecomesOfThemInAnotherLedger() {
        bench.inNewLedger("mended");
        for (int time = 0; time < 2; time++) {
            CommandRun plan = bench.run("plan", "--only", rejects().toString());
            assertThat(plan.code()).as(plan.err()).isZero();
            assertThat(plan.err()).doesNotContain("rejects.jsonl");
        }
        assertThat(bench.run("plan").out())
                .as("planned anew without the file")
                .contains("1 entry: selected, the only one in this plan");
        assertThat(rejects()).exists();

        assertThat(bench.run("migrate", "--yes").code()).isZero();

        assertThat(rejects()).as("of the first ledger").exists();
        assertThat(bench.path("mended.rejects.jsonl")).doesNotExist();
        assertThat(bench.target.entries()).hasSize(6);
    }

    @Test
    void areKeptWhenAnotherLedgerHasTheSameReport() {
        String report = bench.text("report.json");
        String rejects = bench.text("report.rejects.jsonl");
        bench.replace("migration.db", "mended.db");

        CommandRun plan = bench.run("plan", "--only", rejects().toString());
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).contains("It was retained as", "report.1.json", "report.1.rejects.jsonl");
        assertThat(bench.text("report.rejects.jsonl"))
                .as("to be planned of again")
                .isEqualTo(rejects);
        assertThat(bench.run("migrate", "--yes").code()).isZero();

        assertThat(bench.text("report.json")).contains("mended.db");
        assertThat(bench.text("report.1.json")).isEqualTo(report);
        assertThat(bench.text("report.1.rejects.jsonl")).isEqualTo(rejects);
        assertThat(bench.path("report.1.html")).exists();
        assertThat(bench.path("report.rejects.jsonl")).doesNotExist();
        bench.replace("mended.db", "third.db");
        assertThat(bench.run("plan").err()).contains("report.2.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ \"mine\": \"caf\u00e9\" }", "[1, 2]", "{ \"version\": ", "\u0000\u0000\u0000a"})
    void whatIsInThePlaceOfAReportIsKeptAndTheReportWritten(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(bench.path("report.json"), bytes);

        CommandRun plan = bench.run("plan");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).contains("It was retained as", "report.1.json");
        Files.write(bench.path("report.json"), bytes);
        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.err()).isZero();
        assertThat(migrate.out()).contains("All 6 entries are on the target");
        assertThat(bench.text("report.json")).contains("\"step\" : \"verify\"");
        assertThat(Files.readAllBytes(bench.path("report.1.json"))).isEqualTo(bytes);
        assertThat(Files.readAllBytes(bench.path("report.2.json"))).isEqualTo(bytes);
    }

    @Test
    void areNotReadFromAFileWithALineWithoutEnd() throws IOException {
        bench.inNewLedger("mended");
        Path file = bench.path("x.jsonl");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }

        CommandRun wrong = bench.run("plan", "--only", file.toString());

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("x.jsonl: line 1 has more than 16777216 characters; it is not a rejects file");
    }

    @Test
    void areNotTakenFromAFileThatIsNone() throws IOException {
        bench.inNewLedger("mended");
        Path file = Files.writeString(bench.path("x.jsonl"), "{\"source\":\"7\"}\n{\"sauce\":\"s3cret\"}\n");

        CommandRun wrong = bench.run("plan", "--only", file.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("x.jsonl, line 2").doesNotContain("s3cret");
        Files.writeString(file, "\n");
        assertThat(bench.run("plan", "--only", file.toString()).code()).isEqualTo(2);
        assertThat(bench.run("plan", "--only", bench.path("none").toString()).code())
                .isEqualTo(2);
        assertThat(bench.path("mended.db")).doesNotExist();
    }

    /** Lines that an editor joined: no entry may be left out without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\":\"7\"}{\"source\":\"8\"}",
                "{\"source\":\"7\",\"source\":\"8\"}",
                "{\"source\":\" \"}"
            })
    void areNotTakenFromALineThatSaysMoreThanOneIdOrNone(String line) throws IOException {
        bench.inNewLedger("mended");
        Path file = Files.writeString(bench.path("x.jsonl"), line + "\n");

        CommandRun wrong = bench.run("plan", "--only", file.toString());

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("x.jsonl, line 1");
    }

    @Test
    void thatTheSourceDoesNotHaveAnyMoreAreAskedAbout() throws IOException {
        bench.inNewLedger("mended");
        Path file = Files.writeString(bench.path("x.jsonl"), "{\"source\":\"7\"}\n");

        CommandRun plan = bench.run("plan", "--only", file.toString());

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("1 entry: selected, but not at the source");
    }
}
