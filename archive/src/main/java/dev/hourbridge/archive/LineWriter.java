package dev.hourbridge.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes lines, each with a check value that covers everything before it.
 *
 * <p>The check value of a line includes the lines before it, so a removed, moved or added line is detected at that
 * point.
 */
final class LineWriter {
    static final String CHECK = "check";

    /** An upper bound for the number of bytes before and after the JSON in a line. */
    private static final int HEADROOM = 100;

    private final OutputStream out;
    private final RunningDigest digest = new RunningDigest();

    LineWriter(OutputStream out) {
        this.out = out;
    }

    /** Returns the end of a line, starting with the comma and without the line feed. */
    static String suffix(String check) {
        return ",\"" + CHECK + "\":\"" + check + "\"}";
    }

    /** Returns the beginning of a line. */
    static String prefix(LineKind kind) {
        return "{\"" + kind.member() + "\":";
    }

    /**
     * Writes a line.
     *
     * @throws IOException if the line is longer than a reader accepts, or cannot be written
     */
    void write(LineKind kind, byte[] json) throws IOException {
        if (json.length > LineReader.MAX_BYTES - HEADROOM) {
            throw new IOException("the " + kind.member() + " takes more than " + (LineReader.MAX_BYTES - HEADROOM)
                    + " bytes, the maximum length of a line in an archive");
        }
        write(prefix(kind));
        digest.add(json, json.length);
        out.write(json);
        write(suffix(digest.check()) + "\n");
    }

    /** Writes a line. */
    void write(LineKind kind, Map<String, Object> map) throws IOException {
        write(kind, JsonText.write(map));
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.add(bytes, bytes.length);
        out.write(bytes);
    }

    /** Returns the SHA-256 of the lines so far. */
    String sha256() {
        return digest.hex();
    }
}
