package dev.hourbridge.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Reads lines, and checks each before it is used.
 *
 * <p>A damaged line is reported by its number and without its text, which may be confidential.
 */
final class LineReader {
    /** The maximum length of a line: enough for an entry from the longest response that the clients read. */
    static final int MAX_BYTES = 16 << 20;

    private static final int SUFFIX_BYTES =
            LineWriter.suffix("0123456789abcdef").length();

    private final InputStream in;
    private final RunningDigest digest = new RunningDigest();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[8192];
    private int length;
    private long number;
    private String sha256Before = "";

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Returns the number of the last line read, starting at 1. */
    long number() {
        return number;
    }

    /** Returns the SHA-256 of the lines before the trailer. Call it after the trailer was read. */
    String sha256Before() {
        return sha256Before;
    }

    /** Returns the SHA-256 of the lines so far. */
    String sha256() {
        return digest.hex();
    }

    /**
     * Reads a line of either of the given kinds.
     *
     * @throws DamagedLineException if the line is missing, was changed, or does not follow the lines before it
     */
    Line read(LineKind kind, LineKind orElse) throws IOException {
        number++;
        if (!readLine()) {
            throw new DamagedLineException("the file is truncated: it ends before its trailer");
        }
        if (length < SUFFIX_BYTES) {
            throw notALine();
        }
        sha256Before = startsAs(LineKind.TRAILER) ? digest.hex() : "";
        digest.add(line, length - SUFFIX_BYTES);
        byte[] suffix = LineWriter.suffix(digest.check()).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(suffix, 0, SUFFIX_BYTES, line, length - SUFFIX_BYTES, length)) {
            throw notALine();
        }
        line[length] = '\n';
        digest.add(Arrays.copyOfRange(line, length - SUFFIX_BYTES, length + 1), SUFFIX_BYTES + 1);
        return parsed(kind, orElse);
    }

    private boolean startsAs(LineKind kind) {
        byte[] start = LineWriter.prefix(kind).getBytes(StandardCharsets.UTF_8);
        return length > start.length && Arrays.equals(start, 0, start.length, line, 0, start.length);
    }

    private DamagedLineException notALine() {
        return new DamagedLineException(
                number == 1
                        ? "this is not the header of an archive, or it was changed"
                        : "the line was changed, or does not follow the previous line");
    }

    private Line parsed(LineKind kind, LineKind orElse) throws DamagedLineException {
        for (LineKind each : List.of(kind, orElse)) {
            if (startsAs(each)) {
                Map<String, Object> members = JsonText.read(line, length);
                if (members.size() == 2 && members.get(each.member()) instanceof Map<?, ?> map) {
                    return new Line(each, asMembers(map));
                }
            }
        }
        throw new DamagedLineException("the line contains no " + kind.member()
                + (orElse == kind ? "" : " and no " + orElse.member()) + " of this version of the format");
    }

    @SuppressWarnings("unchecked") // JsonText returns only such maps
    private static Map<String, Object> asMembers(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /**
     * Checks that there is no further line.
     *
     * @throws DamagedLineException if there is one
     */
    void readEnd() throws IOException {
        number++;
        if (readByte() >= 0) {
            throw new DamagedLineException("the file continues after its trailer");
        }
    }

    /** Reads up to the line feed. Returns false at the end of the file, even within a line. */
    private boolean readLine() throws IOException {
        length = 0;
        for (int each = readByte(); each != '\n'; each = readByte()) {
            if (each < 0) {
                return false;
            }
            if (length == MAX_BYTES) {
                throw new DamagedLineException("the line has more than " + MAX_BYTES + " bytes");
            }
            // One byte remains for the line feed.
            if (length + 1 == line.length) {
                line = Arrays.copyOf(line, Math.min(line.length * 2, MAX_BYTES + 1));
            }
            line[length++] = (byte) each;
        }
        return true;
    }

    /**
     * Reads a byte. A compressed file that was truncated or changed counts as damaged, not as unreadable. The JDK's
     * gzip reader recurses for each empty part of a file.
     */
    private int readByte() throws IOException {
        try {
            if (position == limit) {
                position = 0;
                limit = Math.max(0, in.read(buffer));
            }
            return position == limit ? -1 : buffer[position++] & 0xFF;
        } catch (EOFException | ZipException | StackOverflowError e) {
            throw new DamagedLineException("the compressed file is truncated or was changed here");
        }
    }

    /**
     * A line whose check value is correct.
     *
     * @param kind the kind of the line
     * @param members the members of the line
     */
    record Line(LineKind kind, Map<String, Object> members) {}

    /** Thrown if the line with the number {@link #number()} is invalid. */
    static final class DamagedLineException extends IOException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates an exception.
         *
         * @param message the problem with the line, without its text
         */
        DamagedLineException(String message) {
            super(message);
        }
    }
}
