package dev.hourbridge.archive;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedFileException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.AbstractCloseableIterator;
import dev.hourbridge.model.spi.Failure;
import dev.hourbridge.model.spi.Pagers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A read-only {@link TimeTracker} for an archive. Its entries have the ids and the account of the service from which
 * they were read. Immutable and thread-safe.
 *
 * <pre>{@code
 * try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(Path.of("hours.jsonl.gz"))) {
 *   for (TimeEntry entry : archive.list(TimeEntryQuery.all())) {
 *     System.out.println(entry.workTime().localDate() + " " + entry.workTime().duration());
 *   }
 * }
 * }</pre>
 *
 * <p>The whole file is checked when it is opened, and each line is checked again when it is listed. If the file was
 * changed in between, the list throws {@link MalformedFileException}. Each list reads the file from the beginning, as
 * does {@link #get}.
 */
public final class ArchiveTimeTracker implements TimeTracker {
    private final Path file;
    private final Header header;
    private final ArchiveSummary summary;
    private final Set<Walk> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ArchiveTimeTracker(Path file, Header header, ArchiveSummary summary) {
        this.file = file;
        this.header = header;
        this.summary = summary;
    }

    /**
     * Reads and checks a whole archive, and opens it.
     *
     * @param file the file, which may be compressed with gzip regardless of its name
     * @throws IOException if the file does not exist or cannot be read
     * @throws MalformedFileException if the file is not an archive, is truncated, was edited, or mixes two archives;
     *     the message names the line
     */
    public static ArchiveTimeTracker open(Path file) throws IOException {
        try (ArchiveReader reader = new ArchiveReader(file)) {
            return new ArchiveTimeTracker(file, reader.header(), reader.readWhole());
        }
    }

    /** Returns the days, the number of entries and the totals of the archive. */
    public ArchiveSummary summary() {
        return summary;
    }

    @Override
    public Account account() {
        return header.account();
    }

    /** Returns the capabilities: the archive has the fields that the service returned. Nothing can be written. */
    @Override
    public Capabilities capabilities() {
        return header.capabilities();
    }

    /**
     * {@inheritDoc}
     *
     * @throws InvalidInputException also if the query begins or ends with a day that the archive does not cover,
     *     because entries of such a day are unknown, not absent
     */
    @Override
    public Pager<TimeEntry> list(TimeEntryQuery query) {
        query.person().ifPresent(ref -> check("person", EntryField.PERSON, ref.account()));
        query.project().ifPresent(ref -> check("project", EntryField.PROJECT, ref.account()));
        query.task().ifPresent(ref -> check("task", EntryField.TASK, ref.account()));
        query.firstDay().ifPresent(day -> checkCovered("firstDay", day));
        query.lastDay().ifPresent(day -> checkCovered("lastDay", day));
        return Pagers.streamed(this::walk).filter(query::matches);
    }

    private void check(String name, EntryField field, Account account) {
        if (!header.capabilities().readable().contains(field)) {
            throw new InvalidInputException(name, "a field that the archive's entries do not have", "omit it");
        }
        checkAccount(name, account);
    }

    private void checkAccount(String name, Account account) {
        if (!account.equals(header.account())) {
            throw new InvalidInputException(
                    name, "a reference from another account", "use a reference from " + header.account());
        }
    }

    private void checkCovered(String name, LocalDate day) {
        if (!header.capabilities().covers(day)) {
            throw new InvalidInputException(
                    name,
                    "a day that the archive " + file + " does not cover",
                    "it covers " + header.firstDay().map(first -> first + " ").orElse("all days ") + "to "
                            + header.lastDay().map(LocalDate::toString).orElse("any day"));
        }
    }

    private Walk walk() {
        Walk walk;
        try {
            walk = new Walk(new ArchiveReader(file));
        } catch (IOException e) {
            throw new ConnectionException(Failure.builder(file + " could not be read: " + e.getMessage() + ".")
                    .cause(e)
                    .build());
        }
        open.add(walk);
        if (closed) {
            walk.close();
        }
        return walk;
    }

    /** Reads the file up to the entry and returns it. */
    @Override
    public TimeEntry get(TimeEntryId id) {
        checkAccount("id", id.account());
        try (CloseableIterator<TimeEntry> entries = walk()) {
            while (entries.hasNext()) {
                TimeEntry entry = entries.next();
                if (entry.id().equals(id)) {
                    return entry;
                }
            }
        }
        throw new NotFoundException(
                Failure.builder(file + " has no entry " + id.id() + ".").build());
    }

    /** Throws an exception, because an archive is read-only. */
    @Override
    public TimeEntryId create(NewTimeEntry entry) {
        throw readOnly();
    }

    /** Throws an exception, because an archive is read-only. */
    @Override
    public void update(TimeEntryId id, TimeEntryUpdate update) {
        throw readOnly();
    }

    /** Throws an exception, because an archive is read-only. */
    @Override
    public void delete(TimeEntryId id) {
        throw readOnly();
    }

    private static InvalidInputException readOnly() {
        return new InvalidInputException(
                "archive", "a write to a read-only archive", "write to a service, or write a new archive");
    }

    /** Returns empty, because a total computed from the listed entries could not be used to check them. */
    @Override
    public Optional<Duration> total(TimeEntryQuery query) {
        return Optional.empty();
    }

    /** Closes this archive and all open lists. Idempotent. */
    @Override
    public void close() {
        closed = true;
        open.forEach(Walk::close);
    }

    /** One pass over the file. */
    private final class Walk extends AbstractCloseableIterator<TimeEntry> {
        private final ArchiveReader reader;

        Walk(ArchiveReader reader) {
            this.reader = reader;
        }

        @Override
        protected @Nullable TimeEntry computeNext() {
            if (!reader.header().equals(header)) {
                throw replaced();
            }
            TimeEntry entry = reader.next();
            if (entry == null && !reader.summary().equals(summary)) {
                throw replaced();
            }
            return entry;
        }

        /** Returns the exception for a file that is a complete archive, but not the one that was checked. */
        private MalformedFileException replaced() {
            return new MalformedFileException(Failure.builder(file
                            + ", line 1: the file was replaced by another archive while it was in use. Open it again.")
                    .build());
        }

        @Override
        protected void release() {
            open.remove(this);
            reader.close();
        }
    }
}
