package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.MalformedFileException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that was cut off, edited or mixed with another one is refused before its first entry. */
class DamagedArchiveTest {
    /** Each bit of each byte; else one. */
    private static final boolean IS_FULL = Boolean.getBoolean("hourbridge.full");

    @TempDir
    Path directory;

    private final List<TimeEntry> entries = List.of(Entries.small(1), Entries.whole(2), Entries.small(3));
    private Path file;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("hours.jsonl");
        whole = archive(entries, "2008-01-01T00:00:00Z");
    }

    private byte[] archive(List<TimeEntry> content, String writtenAt) throws IOException {
        ArchiveWriter.write(
                ListedService.of(content),
                TimeEntryQuery.all(),
                file,
                entries -> {},
                Clock.fixed(Instant.parse(writtenAt), ZoneOffset.UTC));
        return Files.readAllBytes(file);
    }

    private void assertRefused(byte[] bytes, int line) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> ArchiveTimeTracker.open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("hours.jsonl, line " + line + ": ");
    }

    @Test
    void isRefusedIfItIsCutAtAnyByte() throws IOException {
        int line = 1;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length > 0 && cut[length - 1] == '\n') {
                line++;
            }
            assertRefused(cut, line);
        }
        assertThat(line).isEqualTo(5);
    }

    @Test
    void isRefusedIfItIsCutAtAnyByteWhereItIsCompressed() throws IOException {
        byte[] compressed = compressed(whole);
        for (int length = 0; length < compressed.length; length++) {
            Files.write(file, Arrays.copyOf(compressed, length));
            assertThatThrownBy(() -> ArchiveTimeTracker.open(file))
                    .as("%d bytes", length)
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("hours.jsonl, line ");
        }
    }

    @Test
    void isRefusedIfAnyBitOfAnyLineIsFlipped() throws IOException {
        int line = 1;
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit < (IS_FULL ? 8 : 1); bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << (at + bit) % 8);
                // Without its line feed, the line continues to the end of the next one.
                assertRefused(flipped, line);
            }
            line += whole[at] == '\n' ? 1 : 0;
        }
    }

    /** Bits of the gzip header, such as its time, change nothing; all others are noticed. */
    @Test
    void givesNothingElseIfAnyBitOfACompressedFileIsFlipped() throws IOException {
        byte[] compressed = compressed(whole);
        int harmless = 0;
        for (int i = 0; i < compressed.length * 8; i += IS_FULL ? 1 : 7) {
            byte[] flipped = compressed.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            Files.write(file, flipped);
            try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
                assertThat(archive.list(TimeEntryQuery.all())).containsExactlyElementsOf(entries);
                harmless++;
            } catch (MalformedFileException refused) {
                assertThat(refused).hasMessageContaining("hours.jsonl, line ");
            }
        }
        assertThat(harmless).isLessThan(10 * 8);
    }

    @Test
    void isRefusedIfLinesAreSwappedRepeatedOrRemoved() throws IOException {
        List<String> lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> removed = new ArrayList<>(lines);
            removed.remove(i);
            assertRefused(joined(removed), i + 1);

            List<String> repeated = new ArrayList<>(lines);
            repeated.add(i, lines.get(i));
            assertRefused(joined(repeated), i + 2);

            for (int j = i + 1; j < lines.size(); j++) {
                List<String> swapped = new ArrayList<>(lines);
                swapped.set(i, lines.get(j));
                swapped.set(j, lines.get(i));
                assertRefused(joined(swapped), i + 1);
            }
        }
    }

    @Test
    void isRefusedWithALineOfAnotherArchive() throws IOException {
        List<String> lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
        List<String> others = new String(archive(entries, "2008-01-01T00:00:01Z"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            List<String> mixed = new ArrayList<>(lines);
            mixed.set(i, others.get(i));
            // A header is whole on its own: the line after it shows that it is another one.
            assertRefused(joined(mixed), i == 0 ? 2 : i + 1);
        }
    }

    @Test
    void isRefusedIfSomethingFollowsTheTrailer() throws IOException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(whole);
        twice.write(whole);
        assertRefused(twice.toByteArray(), 6);
        assertRefused((new String(whole, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8), 6);
    }

    @Test
    void isRefusedIfItIsAnotherKindOfFile() throws IOException {
        for (String text :
                List.of("\n", "{}\n", "[]\n", "a,b\n".repeat(100), "\u0000".repeat(4096), "{\"header\":{}}\n")) {
            assertRefused(text.getBytes(StandardCharsets.UTF_8), 1);
        }
        Files.write(file, compressed(new byte[40 << 20]));
        assertThatThrownBy(() -> ArchiveTimeTracker.open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 1: the line has more than 16777216 bytes");
    }

    /** Lines with right checks, as a faulty program could write them. */
    @Test
    void isRefusedIfItsContentIsNotValid() throws IOException {
        String header = "{\"format\":\"hourbridge-archive\",\"version\":1,\"account\":\"teamwork:acme.teamwork.com\","
                + "\"writtenAt\":\"2008-01-01T00:00:00Z\",\"client\":\"x\",\"fields\":[\"note\",\"mood\"],"
                + "\"placement\":\"task\",\"starts\":\"none\"}";
        String entry =
                "{\"id\":\"1\",\"account\":\"teamwork:acme.teamwork.com\",\"date\":\"2007-01-01\",\"seconds\":60}";
        String sums = "\"entries\":1,\"seconds\":60,\"months\":{\"2007-01\":{\"entries\":1,\"seconds\":60}}";
        Files.write(file, lines(header, List.of(entry), sums));
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            assertThat(archive.list(TimeEntryQuery.all())).hasSize(1);
        }

        assertRefused(lines(header.replace("\"version\":1", "\"version\":2"), List.of(entry), sums), 1);
        assertRefused(lines(header.replace("hourbridge-archive", "zip"), List.of(entry), sums), 1);
        assertRefused(lines(header.replace("\"placement\":\"task\"", "\"placement\":\"x\""), List.of(entry), sums), 1);
        assertRefused(lines(header.replace("\"account\":\"team", "\"account\":\"TEAM"), List.of(entry), sums), 1);
        assertRefused(lines(header, List.of(entry.replace("60", "-60")), sums), 2);
        assertRefused(lines(header, List.of(entry.replace("acme.", "other.")), sums), 2);
        assertRefused(lines(header, List.of(entry, "[1]"), sums), 3);
        assertRefused(lines(header, List.of(entry, "{\"id\":\"1\",\"id\":\"2\"}"), sums), 3);
        assertRefused(lines(header, List.of(entry), sums.replace("\"entries\":1", "\"entries\":2")), 3);
        assertRefused(lines(header, List.of(entry), sums.replace("2007-01", "2007-02")), 3);
        assertRefused(lines(header, List.of(entry, entry), sums), 4);
        String endless = entry.replace(":60}", ":" + Long.MAX_VALUE + "}");
        assertRefused(lines(header, List.of(endless, endless), sums), 3);
    }

    private static byte[] lines(String header, List<String> content, String sums) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineWriter lines = new LineWriter(bytes);
        lines.write(LineKind.HEADER, header.getBytes(StandardCharsets.UTF_8));
        for (String each : content) {
            lines.write(LineKind.ENTRY, each.getBytes(StandardCharsets.UTF_8));
        }
        String trailer = "{" + sums + ",\"sha256\":\"" + lines.sha256() + "\"}";
        lines.write(LineKind.TRAILER, trailer.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @Test
    void aListEndsWithAnExceptionAtALineThatChangedAfterItWasOpened() throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            int third = new String(whole, StandardCharsets.UTF_8).indexOf("Entry 3");
            byte[] edited = whole.clone();
            edited[third] = 'e';
            Files.write(file, edited);

            List<TimeEntry> listed = new ArrayList<>();
            assertThatThrownBy(() -> archive.list(TimeEntryQuery.all()).forEach(listed::add))
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("line 4");
            assertThat(listed).isEqualTo(entries.subList(0, 2));
        }
    }

    @Test
    void aListGivesNothingOfAnArchiveThatReplacedTheOneThatWasOpened() throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            archive(List.of(Entries.small(7)), "2008-01-01T00:00:01Z");

            List<TimeEntry> listed = new ArrayList<>();
            assertThatThrownBy(() -> archive.list(TimeEntryQuery.all()).forEach(listed::add))
                    .isInstanceOf(MalformedFileException.class)
                    .hasMessageContaining("replaced by another archive");
            assertThat(listed).isEmpty();

            archive(List.of(entries.get(0)), "2008-01-01T00:00:00Z");
            assertThatThrownBy(() -> archive.list(TimeEntryQuery.all()).forEach(listed::add))
                    .isInstanceOf(MalformedFileException.class);
        }
    }

    @Test
    void aListThatIsOpenWhenItsArchiveIsClosedThrows() throws IOException {
        ArchiveTimeTracker archive = ArchiveTimeTracker.open(file);
        CloseableIterator<TimeEntry> walk = archive.list(TimeEntryQuery.all()).iterator();
        assertThat(walk.next()).isEqualTo(entries.get(0));

        archive.close();
        archive.close();

        assertThatThrownBy(walk::hasNext).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> archive.list(TimeEntryQuery.all()).iterator().hasNext())
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] joined(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            new ByteArrayInputStream(bytes).transferTo(out);
        }
        return compressed.toByteArray();
    }
}
