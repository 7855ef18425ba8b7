package dev.hourbridge.archive;

import static dev.hourbridge.archive.ForgedArchive.ENTRY;
import static dev.hourbridge.archive.ForgedArchive.HEADER;
import static dev.hourbridge.archive.ForgedArchive.SUMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedFileException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives from another user that take far more memory than bytes, or never end. */
@Timeout(300)
class ArchiveInSmallHeapTest {
    private static final int MEGABYTES = 96;
    private static final int MEGABYTE = 1 << 20;
    private static final int LINE = 16 * MEGABYTE - 1000;
    private static final int MONTHS = 400_000;

    @TempDir
    Path directory;

    /** By file, what its message has. */
    private final Map<Path, String> expected = new LinkedHashMap<>();

    private Path file(String message) {
        Path file = directory.resolve("hours-" + expected.size() + ".jsonl.gz");
        expected.put(file, message);
        return file;
    }

    private void compressed(String message, byte[] bytes) throws IOException {
        Files.write(file(message), ForgedArchive.compressed(bytes));
    }

    private void parts(String message, String start, String part, String end) throws IOException {
        String parts = start + part.repeat((LINE - start.length()) / part.length()) + end;
        compressed(message, ForgedArchive.of(SUMS, ENTRY.replace("\"note\"", "\"mood\":" + parts + ",\"note\"")));
        compressed(
                message,
                new ForgedArchive()
                        .line("header", HEADER.replace("\"client\"", "\"mood\":" + parts + ",\"client\""))
                        .bytes());
        compressed(message, ForgedArchive.of("\"mood\":" + parts + "," + SUMS, ENTRY));
    }

    /** A gigabyte of one text, as gzip files one after the other. */
    private void endless(String message, String text) throws IOException {
        byte[] block =
                ForgedArchive.compressed(text.repeat(MEGABYTE / text.length()).getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(message)))) {
            for (int i = 0; i < 1024; i++) {
                out.write(block);
            }
        }
    }

    private void emptyGzipParts() throws IOException {
        byte[] none = ForgedArchive.compressed(new byte[0]);
        byte[] start = ForgedArchive.compressed(("{\"header\":" + HEADER).getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file("truncated or was changed")))) {
            out.write(start);
            for (int i = 0; i < 1_000_000; i++) {
                out.write(none);
            }
        }
    }

    private void entriesOfManyMonths() throws IOException {
        ForgedArchive archive = new ForgedArchive().line("header", HEADER);
        for (int i = 0; i < MONTHS; i++) {
            String day = YearMonth.of(2000, 1).plusMonths(i).atDay(1).toString();
            archive.line("entry", ENTRY.replace("2007-01-01", day));
        }
        compressed("more than 10000 months", archive.bytes());
    }

    @Test
    void areRejected() throws Exception {
        String tokens = "more than 100000 names and values";
        for (String part : List.of("[],", "{},", "\"ab\",", "1.5,")) {
            parts(tokens, "[", part, "0]");
        }
        parts(tokens, "{\"\":0,", names(), "\"-\":0}");
        parts("deeper than 100 levels", "", "[", "");
        parts("deeper than 100 levels", "", "{\"a\":", "");
        parts("one of them is too long", "{\"", "a", "\":0}");
        parts("one of them is too long", "[", "9", "]");
        endless("the line has more than 16777216 bytes", "x");
        endless("changed", "{}\n");
        emptyGzipParts();
        entriesOfManyMonths();

        List<String> lines = run();

        assertThat(lines).hasSameSizeAs(expected.keySet());
        int at = 0;
        for (Map.Entry<Path, String> each : expected.entrySet()) {
            assertThat(lines.get(at++))
                    .startsWith("rejected: " + each.getKey() + ", line ")
                    .contains(each.getValue());
        }
        Evidence.of(Area.MEMORY, "Archives from another user")
                .tried("16 MB of small parts, of nesting, of one name or number in each kind of line, a gigabyte at"
                        + " 1000:1 of one line and of many, 1,000,000 empty gzip files in one, and entries of "
                        + MONTHS + " months, in a heap of " + MEGABYTES + " MB")
                .result("MalformedFileException that names the line")
                .count(lines.size());
    }

    @Test
    void aNoteAsLongAsALineIsRead() throws Exception {
        for (String letter : List.of("x", "\u0436", "\u4e2d", "\u0436x")) {
            String note = letter.repeat((LINE - 1000) / letter.getBytes(StandardCharsets.UTF_8).length);
            compressed("", ForgedArchive.of(SUMS, ENTRY.replace("Call", note)));
        }
        assertThat(run()).hasSameSizeAs(expected.keySet()).containsOnly("read: 1");
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            names.append('"').append(Integer.toString(i, 36)).append("\":0,");
        }
        return names.toString();
    }

    private List<String> run() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        expected.keySet().forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.lines().toList();
        }
    }

    /** Opens each file, and prints a line of what came of it. */
    static final class Child {
        private Child() {}

        public static void main(String[] files) throws IOException {
            for (String file : files) {
                try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(Path.of(file))) {
                    System.out.println("read: " + archive.summary().entries());
                } catch (MalformedFileException e) {
                    System.out.println("rejected: " + e.getMessage());
                }
            }
        }
    }
}
