package dev.hourbridge.archive;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListChangedException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.spi.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * Writes the entries of a service to an archive.
 *
 * <pre>{@code
 * try (TeamworkClient teamwork = TeamworkClient.builder()
 *     .baseUrl("https://acme.teamwork.com")
 *     .apiKey(System.getenv("TEAMWORK_API_KEY"))
 *     .zone(ZoneId.of("America/New_York"))
 *     .build()) {
 *   ArchiveSummary written = ArchiveWriter.write(teamwork, TimeEntryQuery.all(), Path.of("hours.jsonl.gz"));
 *   System.out.println(written.entries() + " entries, " + written.duration());
 * }
 * }</pre>
 */
public final class ArchiveWriter {
    private static final int MAX_READS = 4;

    private final TimeTracker tracker;
    private final TimeEntryQuery days;
    private final LongConsumer progress;
    private final Clock clock;

    private ContentDigest content = new ContentDigest();
    private boolean startsNearEnds;

    private ArchiveWriter(TimeTracker tracker, TimeEntryQuery days, LongConsumer progress, Clock clock) {
        this.tracker = tracker;
        this.days = days;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Writes the entries of a range of days, or all entries, to a file.
     *
     * <p>The list is read until two consecutive reads have the same entries, at least twice and at most four times. As
     * a result, no entry is missed if the list changes during reading. Then the service's own total is requested, if it
     * has one. Memory use does not grow with the number of entries.
     *
     * <p>The new file is written next to the old one and read back. It replaces the old file only when it is complete
     * and on the disk. Until then, and after any failure, the old file is unchanged. Only the owner of the new file can
     * read it.
     *
     * @param tracker the service; it is not closed
     * @param days the entries to write; a query with days only
     * @param file the file to write; compressed if its name ends with {@code .gz}
     * @return a summary of what was written. If it {@linkplain ArchiveSummary#disagreesWithService() differs from the
     *     service's own total}, entries may be missing from the service's list
     * @throws InvalidInputException if the query has a condition other than days
     * @throws ListChangedException if the list changed on every read
     * @throws HourbridgeException if the service cannot be read
     * @throws IOException if the file cannot be written; the message names the file
     */
    public static ArchiveSummary write(TimeTracker tracker, TimeEntryQuery days, Path file) throws IOException {
        return write(tracker, days, file, entries -> {});
    }

    /**
     * Writes the entries of a range of days, or all entries, to a file, and reports progress.
     *
     * @param progress called after each entry with the number of entries read so far in the current read of the list
     * @see #write(TimeTracker, TimeEntryQuery, Path)
     */
    public static ArchiveSummary write(TimeTracker tracker, TimeEntryQuery days, Path file, LongConsumer progress)
            throws IOException {
        return write(tracker, days, file, progress, Clock.systemUTC());
    }

    static ArchiveSummary write(TimeTracker tracker, TimeEntryQuery days, Path file, LongConsumer progress, Clock clock)
            throws IOException {
        if (!days.equals(TimeEntryQuery.all()
                .withDays(days.firstDay().orElse(null), days.lastDay().orElse(null)))) {
            throw new InvalidInputException(
                    "days", "a query with a condition other than days", "use only days, or TimeEntryQuery.all()");
        }
        return new ArchiveWriter(tracker, days, progress, clock).write(file);
    }

    private ArchiveSummary write(Path file) throws IOException {
        try (OutputFile output = new OutputFile(file)) {
            output.write(this::readInto);
            for (int reads = 2; reads <= MAX_READS; reads++) {
                ContentDigest before = content;
                output.write(this::readInto);
                if (before.isSameAs(content)) {
                    ArchiveSummary written = readBack(output.draft());
                    Optional<Duration> total = serviceTotal();
                    // If the total differs, it may be newer than the list, so the list is read again.
                    if (reads == MAX_READS
                            || total.filter(written.duration()::equals).isPresent()
                            || total.isEmpty()) {
                        output.replace();
                        return written.withServiceTotal(total);
                    }
                }
            }
        }
        throw new ListChangedException(
                Failure.builder("The list of " + tracker.account() + " changed on every read. Try again later.")
                        .build());
    }

    private void readInto(OutputStream out) throws IOException {
        content = new ContentDigest();
        startsNearEnds = false;
        Totals totals = new Totals();
        LineWriter lines = new LineWriter(out);
        lines.write(LineKind.HEADER, header().toMap());
        try (CloseableIterator<TimeEntry> entries = tracker.list(daysToRead()).iterator()) {
            while (entries.hasNext()) {
                TimeEntry entry = entries.next();
                startsNearEnds |= isNearEnds(entry.workTime());
                if (!days.matches(entry)) {
                    continue;
                }
                byte[] json = JsonText.write(entry.toMap());
                lines.write(LineKind.ENTRY, json);
                content.add(json);
                totals.add(entry);
                progress.accept(totals.entries());
            }
        }
        Map<String, Object> trailer = totals.toMap();
        trailer.put("sha256", lines.sha256());
        lines.write(LineKind.TRAILER, trailer);
    }

    /** Includes one more day on both sides if entries of those days decide whether the total can be compared. */
    private TimeEntryQuery daysToRead() {
        if (!isCutAtAnOffset()) {
            return days;
        }
        TimeEntryQuery.Builder wider = days.toBuilder();
        days.firstDay().filter(day -> !day.equals(LocalDate.MIN)).ifPresent(day -> wider.firstDay(day.minusDays(1)));
        days.lastDay().filter(day -> !day.equals(LocalDate.MAX)).ifPresent(day -> wider.lastDay(day.plusDays(1)));
        return wider.build();
    }

    private boolean isCutAtAnOffset() {
        Capabilities can = tracker.capabilities();
        return can.total() == TotalKind.BY_FIXED_OFFSET && can.startForm() != StartForm.NONE;
    }

    private Header header() {
        return new Header(
                tracker.account(),
                days.firstDay(),
                days.lastDay(),
                clock.instant(),
                "hourbridge " + version(),
                tracker.capabilities());
    }

    /** Reads a resource, because a manifest is not available on the module path. */
    private static String version() {
        Properties properties = new Properties();
        try (InputStream resource = ArchiveWriter.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties could not be read.", e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static ArchiveSummary readBack(Path draft) throws IOException {
        try (ArchiveReader reader = new ArchiveReader(draft)) {
            return reader.readWhole();
        }
    }

    private boolean isNearEnds(WorkTime workTime) {
        LocalDate day = workTime.localDate();
        return workTime instanceof WorkTime.Interval
                && (days.firstDay().filter(first -> !day.isAfter(first)).isPresent()
                        || days.lastDay().filter(last -> !day.isBefore(last)).isPresent());
    }

    /** Returns the service's total; empty if it cannot be compared. */
    private Optional<Duration> serviceTotal() {
        if (tracker.capabilities().total() == TotalKind.NONE || (isCutAtAnOffset() && startsNearEnds)) {
            return Optional.empty();
        }
        try {
            return tracker.total(days);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (HourbridgeException e) {
            return Optional.empty();
        }
    }
}
