package dev.hourbridge.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are written and read in a heap that does not grow with them: 20,000 in each build, 1,000,000 in a full one. */
class ManyEntriesTest {
    private static final boolean IS_FULL = Boolean.getBoolean("hourbridge.full");

    @TempDir
    Path directory;

    @Test
    void writesAndReadsManyEntriesInASmallHeap() throws Exception {
        int entries = IS_FULL ? 1_000_000 : 20_000;
        String heap = IS_FULL ? "-Xmx64m" : "-Xmx16m";
        for (String name : IS_FULL ? List.of("hours.jsonl", "hours.jsonl.gz") : List.of("hours.jsonl.gz")) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            heap,
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            directory.resolve(name).toString(),
                            Integer.toString(entries))
                    .redirectErrorStream(true)
                    .start();
            String output;
            try (InputStream out = process.getInputStream()) {
                output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            }
            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output.strip()).isEqualTo("read " + entries);
        }
    }

    /** Writes an archive of generated entries and compares what it reads. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            int entries = Integer.parseInt(arguments[1]);
            Iterable<TimeEntry> generated = () -> new Generated(entries);
            ArchiveWriter.write(ListedService.of(generated), TimeEntryQuery.all(), file);
            int read = 0;
            try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
                for (TimeEntry entry : archive.list(TimeEntryQuery.all())) {
                    if (!entry.equals(Entries.small(read))) {
                        throw new IllegalStateException("Entry " + read + " is another one.");
                    }
                    read++;
                }
            }
            System.out.println("read " + read);
        }
    }

    private static final class Generated implements Iterator<TimeEntry> {
        private final int entries;
        private int next;

        Generated(int entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return next < entries;
        }

        @Override
        public TimeEntry next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Entries.small(next++);
        }
    }
}
