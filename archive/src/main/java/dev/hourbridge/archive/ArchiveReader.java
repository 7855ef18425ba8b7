package dev.hourbridge.archive;

import dev.hourbridge.archive.LineReader.DamagedLineException;
import dev.hourbridge.archive.LineReader.Line;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedFileException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.spi.Failure;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an archive once, from its header to its trailer. Use it from one thread only, but any thread may close it.
 *
 * <p>Each line is checked against the running digest before it is used. Reading ends with the trailer. A missing
 * trailer is an error, and so is any data after it.
 */
final class ArchiveReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f;

    private final Path file;
    private final InputStream in;
    private final LineReader lines;
    private final Totals totals = new Totals();
    private final Header header;
    private @Nullable ArchiveSummary summary;

    /**
     * Opens a file and reads its header.
     *
     * @throws IOException if the file does not exist, is not a regular file, or cannot be read
     * @throws MalformedFileException if the file does not begin with a header
     */
    ArchiveReader(Path file) throws IOException {
        this.file = file;
        // A pipe would block, and an archive is read several times.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileNotFoundException(file + " (Not a file)");
        }
        InputStream opened = new FileInputStream(file.toFile());
        try {
            in = decompressed(opened);
            lines = new LineReader(in);
            header = Header.of(lines.read(LineKind.HEADER, LineKind.HEADER).members());
        } catch (DamagedLineException e) {
            opened.close();
            throw damaged(1, e);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 1);
        int first = start.read();
        if (first >= 0) {
            start.unread(first);
        }
        try {
            return first == GZIP_MAGIC ? new GZIPInputStream(start, BUFFER) : start;
        } catch (EOFException | ZipException e) {
            throw new DamagedLineException("the compressed file is truncated or was changed here");
        }
    }

    /** Returns the header, which was read when the archive was opened. */
    Header header() {
        return header;
    }

    /**
     * Reads the next entry. Returns null after the last entry if the trailer is correct.
     *
     * @throws MalformedFileException if a line is invalid; the message names the line
     */
    @Nullable
    TimeEntry next() {
        if (summary != null) {
            return null;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(
                    Failure.builder("Reading " + file + " was interrupted.").build());
        }
        try {
            Line line = lines.read(LineKind.ENTRY, LineKind.TRAILER);
            if (line.kind() == LineKind.ENTRY) {
                return entry(line);
            }
            checkTrailer(line);
            return null;
        } catch (DamagedLineException e) {
            throw damaged(lines.number(), e);
        } catch (IOException e) {
            throw new ConnectionException(Failure.builder(file + " could not be read: " + e.getMessage() + ".")
                    .cause(e)
                    .build());
        }
    }

    private TimeEntry entry(Line line) throws DamagedLineException {
        TimeEntry entry;
        try {
            entry = TimeEntry.fromMap(line.members());
            totals.add(entry);
        } catch (InvalidInputException e) {
            throw new DamagedLineException("the entry is invalid: " + e.field());
        } catch (IOException e) {
            throw new DamagedLineException(String.valueOf(e.getMessage()));
        }
        if (!entry.id().account().equals(header.account())) {
            throw new DamagedLineException("the entry belongs to a different account than the header");
        }
        return entry;
    }

    private void checkTrailer(Line line) throws IOException {
        for (var expected : totals.toMap().entrySet()) {
            if (!expected.getValue().equals(line.members().get(expected.getKey()))) {
                throw new DamagedLineException(
                        "the trailer does not match the entries before it: " + expected.getKey());
            }
        }
        if (!lines.sha256Before().equals(line.members().get("sha256"))) {
            throw new DamagedLineException("the trailer does not match the lines before it: sha256");
        }
        lines.readEnd();
        summary = ArchiveSummary.of(header, totals, lines.sha256());
    }

    /** Reads the archive to its end. */
    ArchiveSummary readWhole() {
        while (next() != null) {
            // Each entry is checked as it is read.
        }
        return summary();
    }

    /** Returns the summary. Call it after the last entry. */
    ArchiveSummary summary() {
        if (summary == null) {
            throw new IllegalStateException("The archive was not read to its end.");
        }
        return summary;
    }

    private MalformedFileException damaged(long line, DamagedLineException e) {
        return new MalformedFileException(Failure.builder(file + ", line " + line + ": " + e.getMessage()
                        + ". No part of the file is used. Restore the file from a copy, or write the archive again.")
                .build());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // The file was only read.
        }
    }
}
