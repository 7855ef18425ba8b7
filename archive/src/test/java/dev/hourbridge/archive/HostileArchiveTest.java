package dev.hourbridge.archive;

import static dev.hourbridge.archive.ForgedArchive.ENTRY;
import static dev.hourbridge.archive.ForgedArchive.HEADER;
import static dev.hourbridge.archive.ForgedArchive.SUMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedFileException;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An archive from another user, whose checks are right. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileArchiveTest {
    private static final int MAX_MESSAGE = 400;

    @TempDir
    Path directory;

    private long tried;

    private Path file() {
        return directory.resolve("hours.jsonl");
    }

    /** Nothing of the file is in the message, whose line is the given one. */
    private void assertRejected(String what, byte[] bytes, int line) throws IOException {
        Files.write(file(), bytes);
        MalformedFileException failure =
                catchThrowableOfType(MalformedFileException.class, () -> ArchiveTimeTracker.open(file()));
        assertThat(failure).as(what).isNotNull();
        assertThat(failure.getMessage())
                .as(what)
                .contains("hours.jsonl, line " + line + ": ")
                .hasSizeLessThan(MAX_MESSAGE + file().toString().length())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]")
                .doesNotContain("EVIL");
        assertThat(failure.getCause()).as(what).isNull();
        tried++;
    }

    private void assertEntryRejected(String member) throws IOException {
        assertRejected(member, ForgedArchive.of(SUMS, ENTRY.replace("\"note\":\"Call\"", member)), 2);
    }

    private void assertHeaderRejected(String header) throws IOException {
        assertRejected(header, new ForgedArchive().line("header", header).end(SUMS), 1);
    }

    private void record(String name, String what) {
        Evidence.of(Area.INPUT, name)
                .tried(what)
                .result("MalformedFileException that names the line and repeats nothing of it; no entry is read")
                .count(tried);
    }

    @Test
    void aForgedArchiveThatIsSoundIsRead() throws IOException {
        Files.write(file(), ForgedArchive.of(SUMS, ENTRY));
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file())) {
            assertThat(archive.list(TimeEntryQuery.all()))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.note()).isEqualTo("Call"));
        }
    }

    @Test
    void rejectsNumbersThatAreNotThoseOfAnEntry() throws IOException {
        for (String number : List.of(
                "-1",
                "-0.5",
                "0.5",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e99999999999",
                "NaN",
                "Infinity",
                "-Infinity",
                "01",
                "+1",
                "0x1",
                "1_0",
                "9".repeat(900),
                "9".repeat(2_000_000),
                "\"60\"",
                "true",
                "[60]",
                "{}",
                Long.MAX_VALUE + "0")) {
            assertRejected(number, ForgedArchive.of(SUMS, ENTRY.replace("60", number)), 2);
            assertEntryRejected("\"nanos\":" + (number.equals("true") ? number : number + "e10"));
        }
        assertEntryRejected("\"mood\":1e99999999999");
        assertEntryRejected("\"mood\":" + "9".repeat(2000));
        record(
                "Archives with invalid numbers",
                "negative, fractional, endless and invalid numbers, exponents of 999999999 and above, 2,000,000 digits");
    }

    @Test
    void rejectsMembersThatComeTwice() throws IOException {
        assertEntryRejected("\"id\":\"1\"");
        assertEntryRejected("\"mood\":1,\"mood\":1");
        assertEntryRejected("\"mood\":[{\"a\":{\"b\":1,\"\\u0062\":1}}]");
        assertEntryRejected("\"extras\":{\"a\":\"1\",\"a\":\"2\"}");
        assertRejected("two entries", ForgedArchive.of(SUMS, ENTRY + ",\"entry\":" + ENTRY), 2);
        assertRejected("an entry and a trailer", ForgedArchive.of(SUMS, ENTRY + ",\"trailer\":{" + SUMS + "}"), 2);
        assertRejected("two checks", ForgedArchive.of(SUMS, ENTRY + ",\"check\":\"0\""), 2);
        assertHeaderRejected(HEADER.replace("{\"format\"", "{\"client\":\"EVIL\",\"format\""));
        assertRejected("two sums", ForgedArchive.of(SUMS + ",\"entries\":1", ENTRY), 3);
        assertRejected("two months", ForgedArchive.of(SUMS.replace("{\"2007", "{\"2007-01\":1,\"2007"), ENTRY), 3);
        record("Archives with members that come twice", "in each kind of line, at each depth, also escaped");
    }

    @Test
    void rejectsWhatIsNotTextInUtf8() throws IOException {
        List<String> sequences = List.of(
                "80",
                "bf",
                "c0",
                "c080",
                "c1bf",
                "c3",
                "c328",
                "e2",
                "e282",
                "e28228",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "eda0bdedb880",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f4908080",
                "f8888080",
                "fe",
                "ff");
        for (String sequence : sequences) {
            byte[] invalid = HexFormat.of().parseHex(sequence);
            for (String line : List.of(
                    "{\"entry\":" + ENTRY.replace("Call", "a#b"),
                    "{\"entry\":" + ENTRY.replace("Call\"", "#\""),
                    "{\"entry\":" + ENTRY.replace("note", "no#te"),
                    "{\"entry\":" + ENTRY + "#",
                    "{\"header\":" + HEADER.replace("\"x\"", "\"#\""))) {
                boolean isHeader = line.startsWith("{\"header");
                ForgedArchive archive = isHeader ? new ForgedArchive() : new ForgedArchive().line("header", HEADER);
                int at = line.indexOf('#');
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes(line.substring(0, at).getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(invalid);
                bytes.writeBytes(line.substring(at + 1).getBytes(StandardCharsets.UTF_8));
                assertRejected(
                        sequence + " in " + line,
                        archive.line(bytes.toByteArray()).end(SUMS),
                        isHeader ? 1 : 2);
            }
        }
        for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
            byte[] line = ("{\"header\":" + HEADER).getBytes(java.nio.charset.Charset.forName(charset));
            assertRejected(charset, new ForgedArchive().line(line).end(SUMS), 1);
        }
        assertRejected(
                "a byte order mark",
                new ForgedArchive()
                        .line(("\uFEFF{\"header\":" + HEADER).getBytes(StandardCharsets.UTF_8))
                        .end(SUMS),
                1);
        record(
                "Archives that are not UTF-8",
                "22 invalid sequences at five places, UTF-16 and UTF-32, and a byte order mark");
    }

    @Test
    void rejectsHeadersThatAreNotValid() throws IOException {
        for (String name : List.of("format", "version", "account", "writtenAt", "client", "placement", "starts")) {
            assertHeaderRejected(HEADER.replace("\"" + name + "\"", "\"x" + name + "\""));
        }
        for (String value : List.of("1", "true", "[]", "{}", "[null]", "[1]", "1e999999999", "\"EVIL\"")) {
            for (String name : List.of(
                    "zone", "firstDay", "lastDay", "durationUnit", "listedProjects", "listsOtherPeople", "fields")) {
                if (!(value.equals("1") && name.equals("durationUnit"))
                        && !(value.equals("true") && name.equals("listsOtherPeople"))
                        && !(value.equals("[]") && (name.equals("listedProjects") || name.equals("fields")))) {
                    assertHeaderRejected(HEADER.replace("\"fields\":[\"note\",\"mood\"]", "\"" + name + "\":" + value));
                }
            }
            for (String name : List.of("format", "version", "account", "writtenAt", "placement", "starts")) {
                if (!(value.equals("1") && name.equals("version"))) {
                    assertHeaderRejected(HEADER.replaceAll(
                            "\"" + name + "\":(\"[^\"]*\"|1)", "\"" + name + "\":" + value.replace("\\", "\\\\")));
                }
            }
        }
        for (String seconds : List.of("0", "-1", "-9223372036854775808", "9223372036854775807", "86401", "1.5")) {
            assertHeaderRejected(HEADER.replace("\"client\"", "\"durationUnit\":" + seconds + ",\"client\""));
        }
        for (String account : List.of(
                "",
                "teamwork",
                ":acme",
                "teamwork:",
                "teamwork: ",
                "../../x:acme",
                "EVIL:acme",
                "teamwork:a\\u001b[2J",
                "teamwork:a\\nb",
                "teamwork:\\u202eb",
                "teamwork:\\u2028",
                "teamwork:\\ud83d",
                "teamwork:" + "a".repeat(1000))) {
            assertHeaderRejected(HEADER.replace("teamwork:acme.teamwork.com", account));
        }
        record(
                "Archives with a header that is not valid",
                "each member missing, and of every other type; units of duration out of range; accounts with control"
                        + " characters, paths, or 1,000 characters");
    }

    @Test
    void readsAHeaderWhoseMembersAreNullAsOneWithoutThem() throws IOException {
        for (String name : List.of(
                "zone", "firstDay", "lastDay", "durationUnit", "listedProjects", "listsOtherPeople", "fields")) {
            String header = HEADER.replace("\"fields\":[\"note\",\"mood\"]", "\"" + name + "\":null");
            Files.write(
                    file(),
                    new ForgedArchive()
                            .line("header", header)
                            .line("entry", ENTRY)
                            .end(SUMS));
            try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file())) {
                assertThat(archive.summary().entries()).as(name).isEqualTo(1);
            }
        }
    }

    @Test
    void rejectsEntriesThatAreNotValid() throws IOException {
        for (String name : List.of("id", "account", "date", "seconds")) {
            assertRejected(name, ForgedArchive.of(SUMS, ENTRY.replace("\"" + name + "\"", "\"x\"")), 2);
            assertRejected(
                    name, ForgedArchive.of(SUMS, ENTRY.replaceAll("\"" + name + "\":[^,]*", "\"" + name + "\":[]")), 2);
        }
        for (String member : List.of(
                "\"note\":1",
                "\"tags\":[1]",
                "\"tags\":[null]",
                "\"tags\":\"EVIL\"",
                "\"extras\":[]",
                "\"extras\":{\"a\":1}",
                "\"billable\":\"EVIL\"",
                "\"deleted\":\"no\"",
                "\"createdAt\":\"EVIL\"",
                "\"start\":\"2007-01-01T10:00:00Z\"",
                "\"person\":\"\"",
                "\"personAccount\":\"teamwork:EVIL\"",
                "\"invoiced\":false,\"invoice\":\"EVIL\"")) {
            assertEntryRejected(member);
        }
        for (String line : List.of("[]", "1", "null", "\"EVIL\"", "{", "{}", "{}}", "{'id':1}", "/* */{}")) {
            assertRejected(line, ForgedArchive.of(SUMS, line), 2);
        }
        record("Archives with an entry that is not valid", "each member missing, or of another type; what is no JSON");
    }

    @Test
    void rejectsAFileThatDoesNotEndWhereItsTrailerDoes() throws IOException {
        byte[] sound = ForgedArchive.of(SUMS, ENTRY);
        byte[] more = Arrays.copyOf(sound, sound.length + 1);
        assertRejected("a byte", more, 4);
        assertRejected("compressed", ForgedArchive.compressed(more), 4);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(ForgedArchive.compressed(sound));
        twice.writeBytes(ForgedArchive.compressed(sound));
        assertRejected("twice", twice.toByteArray(), 4);
    }

    @Test
    void rejectsAPipeAndADirectoryWithoutWaiting() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
        List<Path> others = new ArrayList<>(List.of(pipe, directory, directory.resolve("none")));
        if (Files.exists(Path.of("/dev/zero"))) {
            others.add(Path.of("/dev/zero"));
        }
        for (Path other : others) {
            assertThatThrownBy(() -> ArchiveTimeTracker.open(other))
                    .isInstanceOf(java.io.FileNotFoundException.class)
                    .hasMessageContaining(other.toString());
        }
    }
}
