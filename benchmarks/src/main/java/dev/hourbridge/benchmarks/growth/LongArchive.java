package dev.hourbridge.benchmarks.growth;

import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.archive.ArchiveWriter;
import dev.hourbridge.conformance.ForwardingTimeTracker;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.spi.AbstractCloseableIterator;
import dev.hourbridge.model.spi.Pagers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an archive of generated entries and reads it, in a separate JVM. Prints the milliseconds for each tenth, first
 * for writing, then for reading.
 */
public final class LongArchive {
    private static final int TENTHS = 10;

    private LongArchive() {}

    /**
     * Runs the program. Arguments: a file that does not exist, the number of entries, and the number of warm-up entries
     * to write and read first.
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        var unused = run(file.resolveSibling("warm-up-" + file.getFileName()), Integer.parseInt(arguments[2]));
        System.out.println(run(file, Integer.parseInt(arguments[1])));
    }

    private static String run(Path file, int entries) throws IOException {
        Generated source = new Generated(entries);
        ArchiveWriter.write(source, TimeEntryQuery.all(), file);
        long[] read = new long[TENTHS];
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file);
                CloseableIterator<TimeEntry> list =
                        archive.list(TimeEntryQuery.all()).iterator()) {
            long start = System.nanoTime();
            for (int i = 0; list.hasNext(); i++) {
                if (!list.next().equals(PackedEntry.number(i).entry(source.account(), i + 1))) {
                    throw new IllegalStateException("Entry " + i + " was read as another one.");
                }
                read[(int) ((long) i * TENTHS / entries)] = System.nanoTime() - start;
            }
        }
        Files.delete(file);
        return text(source.ends) + " " + text(read);
    }

    /** Returns the times between the ends of the tenths, as text. */
    private static String text(long[] ends) {
        long[] parts = ends.clone();
        for (int i = parts.length - 1; i > 0; i--) {
            parts[i] -= parts[i - 1];
        }
        return Arrays.stream(parts)
                .mapToObj(nanos -> Long.toString(nanos / 1_000_000))
                .collect(Collectors.joining(" "));
    }

    /** A service that generates its entries while it lists them, and records when each tenth of the last list ended. */
    private static final class Generated extends ForwardingTimeTracker {
        private final int entries;
        private final long[] ends = new long[TENTHS];

        Generated(int entries) {
            super(new PackedTracker("generated"));
            this.entries = entries;
        }

        @Override
        public Pager<TimeEntry> list(TimeEntryQuery query) {
            return Pagers.streamed(Entries::new);
        }

        private final class Entries extends AbstractCloseableIterator<TimeEntry> {
            private final long start = System.nanoTime();
            private int next;

            @Override
            protected @Nullable TimeEntry computeNext() {
                if (next > 0) {
                    ends[(int) ((next - 1L) * TENTHS / entries)] = System.nanoTime() - start;
                }
                return next == entries ? null : PackedEntry.number(next).entry(account(), ++next);
            }

            @Override
            protected void release() {}
        }
    }
}
