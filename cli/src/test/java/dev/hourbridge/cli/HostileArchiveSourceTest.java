package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive from another user as the source, whose texts are meant for the terminal, the report and the disk. */
final class HostileArchiveSourceTest {
    private static final String HEADER = "{\"format\":\"hourbridge-archive\",\"version\":1,"
            + "\"account\":\"livetimer:../../etc/passwd\",\"writtenAt\":\"2025-01-01T00:00:00Z\","
            + "\"client\":\"EVIL\",\"fields\":[\"person\",\"project\",\"task\",\"activity\",\"client\",\"note\",\"tags\","
            + "\"date\",\"duration\"],\"placement\":\"project_or_task\",\"starts\":\"none\",\"file\":\"EVIL\"}";

    /** Clears the screen, sets the window's title, moves the cursor, turns the text around, ends the line. */
    private static final String EVIL =
            "\\u001b[2J\\u001b]0;EVIL\\u0007\\u009b1A\\u202eb\\r\\n\\u2028\\u2029\\u0085\\u0000\\u0008\\u007f"
                    + "<script>alert(1)</script>";

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t\\uFEFF]]");

    /** Marks of direction are text of a cell. */
    private static final Pattern OBEYED_IN_CSV = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

    @TempDir
    Path directory;

    private Bench bench;
    private long texts;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
        String yaml = bench.yaml();
        String source = yaml.substring(yaml.indexOf("source:"), yaml.indexOf("target:"));
        bench.replace(source, "source: { service: archive, file: \"" + file() + "\" }\n");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Path file() {
        return bench.path("hours.jsonl");
    }

    private static String entry(String id, String day, String more) {
        return "{\"id\":\"" + id + "\",\"account\":\"livetimer:../../etc/passwd\",\"date\":\"" + day
                + "\",\"seconds\":3600,\"person\":\"25\",\"project\":\"29\"" + more + "}";
    }

    private void write(String month, String... entries) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        StringBuilder text = new StringBuilder();
        line(text, digest, "{\"header\":" + HEADER);
        for (String entry : entries) {
            line(text, digest, "{\"entry\":" + entry);
        }
        String sums = "\"entries\":" + entries.length + ",\"seconds\":" + 3600 * entries.length;
        line(
                text,
                digest,
                "{\"trailer\":{" + sums + ",\"months\":{\"" + month + "\":{" + sums + "}},\"sha256\":\"" + hex(digest)
                        + "\"}");
        Files.writeString(file(), text);
    }

    private static void line(StringBuilder text, MessageDigest digest, String start) throws Exception {
        digest.update(start.getBytes(StandardCharsets.UTF_8));
        String end = ",\"check\":\"" + hex(digest).substring(0, 16) + "\"}\n";
        digest.update(end.getBytes(StandardCharsets.UTF_8));
        text.append(start).append(end);
    }

    private static String hex(MessageDigest digest) throws CloneNotSupportedException {
        return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    }

    private void assertHarmless(String what, String text) {
        Pattern obeyed = what.contains("csv") ? OBEYED_IN_CSV : OBEYED;
        assertThat(obeyed.matcher(text)
                        .results()
                        .map(found -> Integer.toHexString(found.group().codePointAt(0))))
                .as(what)
                .isEmpty();
        texts++;
    }

    private CommandRun run(String... command) {
        String[] options = List.of(command).subList(1, command.length).toArray(String[]::new);
        CommandRun run = bench.run(command[0], options);
        String what = String.join(" ", command);
        assertThat(run.code()).as("%s: %s", what, run.err()).isNotEqualTo(ExitCode.INTERNAL_ERROR.code());
        assertHarmless(what, run.out());
        assertHarmless(what, run.err());
        return run;
    }

    @Test
    void itsTextsAreNotObeyedByATerminalAndNameNoFile() throws Exception {
        String texts = Stream.of(
                        "personName",
                        "projectName",
                        "taskName",
                        "activityName",
                        "clientName",
                        "note",
                        "invoice",
                        "createdBy",
                        "updatedBy")
                .map(name -> ",\"" + name + "\":\"" + EVIL + "\"")
                .reduce("", String::concat);
        write(
                "2024-01",
                entry(
                        "1",
                        "2024-01-02",
                        texts + ",\"tags\":[\"" + EVIL + "\"],\"extras\":{\"" + EVIL + "\":\"" + EVIL + "\"}"),
                entry(EVIL, "2024-01-03", ",\"activity\":\"" + EVIL + "\",\"client\":\"" + EVIL + "\""),
                entry("3", "2024-01-04", ",\"mood\":1e999999999,\"" + EVIL + "\":[{\"" + EVIL + "\":1e-999999999}]"),
                entry("4", "2024-01-05", "")
                        .replace("\"29\"", "\"" + EVIL + "\"")
                        .replace("\"25\"", "\"" + EVIL + "\""));

        for (String format : List.of("table", "csv", "jsonl", "json")) {
            run("list", "--format", format);
        }
        for (String by : List.of("person", "project", "task", "activity", "day")) {
            run("list", "--by", by);
        }
        for (String[] command : List.<String[]>of(
                new String[] {"list", "--json"},
                new String[] {"check"},
                new String[] {"check", "--json"},
                new String[] {"map"},
                new String[] {"plan"},
                new String[] {"plan", "--json"},
                new String[] {"migrate", "--yes"},
                new String[] {"verify"},
                new String[] {"status"},
                new String[] {"undo", "--yes"},
                new String[] {
                    "archive",
                    "--to",
                    bench.path("copy.jsonl").toString(),
                    "--csv",
                    bench.path("copy.csv").toString()
                })) {
            run(command);
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                assertThat(file.getFileName().toString())
                        .matches("(copy|hours)\\.(csv|jsonl)|migration\\.(db|db-wal|db-shm|db\\.mapping\\.yaml|yaml)"
                                + "|report\\.(html|json|txt)");
                if (!file.toString().matches(".*\\.(db|db-\\w+|html|yaml)")) {
                    assertHarmless(file.toString(), Files.readString(file));
                }
            }
        }
        Evidence.of(Area.SECRETS, "Texts of an archive from another user")
                .tried(
                        "escape sequences, line ends, and marks that turn the text around, in each text of an entry, names of"
                                + " its members and its ids, and an account that is a path; each command, and the files it writes")
                .result("no character that a terminal obeys; no file outside of the directory")
                .count(this.texts);
    }

    @Test
    void endsWithAMessageWhereAnIdComesTwice() throws Exception {
        write("2024-01", entry("1", "2024-01-02", ""), entry("1", "2024-01-03", ""));

        assertThat(run("plan").err()).contains("The source listed an entry twice.");
    }

    @Test
    void listsDaysThatAreFarAway() throws Exception {
        bench.replace("range: { from: 2024-01-01, to: 2024-12-31 }\n", "");
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "+10000-01-01", "0000-01-01")) {
            write(YearMonth.from(LocalDate.parse(day)).toString(), entry("1", day, ""));

            assertThat(run("list").out()).contains(day, "1 entry");
        }
    }
}
