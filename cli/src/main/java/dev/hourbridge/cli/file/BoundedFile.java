package dev.hourbridge.cli.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads files up to a maximum size.
 *
 * <p>A file that is named by mistake, such as a disk image, is not read into memory completely.
 */
public final class BoundedFile {
    private BoundedFile() {}

    /** Thrown if a file exceeds the maximum size. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        /** Creates an exception. */
        TooLargeException(String message) {
            super(message);
        }
    }

    /** Processes the lines of a file. */
    @FunctionalInterface
    public interface LineUse<X extends Exception> {
        /** Processes a line. */
        void of(String line, int number) throws X;
    }

    /**
     * Reads the file line by line, as UTF-8. Holds one line at a time, with at most {@code maxCharacters} characters.
     *
     * @throws TooLargeException if a line has more characters
     * @throws CharacterCodingException if the file is not UTF-8
     */
    public static <X extends Exception> void forEachLine(Path file, int maxCharacters, LineUse<X> use)
            throws IOException, X {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            StringBuilder line = new StringBuilder();
            int number = 1;
            int next;
            while ((next = in.read()) >= 0) {
                if (next == '\n') {
                    use.of(line.toString(), number++);
                    line.setLength(0);
                } else if (line.length() == maxCharacters) {
                    throw new TooLargeException("line " + number + " has more than " + maxCharacters + " characters");
                } else {
                    line.append((char) next);
                }
            }
            if (!line.isEmpty()) {
                use.of(line.toString(), number);
            }
        }
    }

    /**
     * Reads a file as UTF-8. The file may be a pipe. Reads at most {@code maxBytes} bytes.
     *
     * @throws TooLargeException if the file has more bytes
     * @throws CharacterCodingException if it is not UTF-8
     */
    public static String read(Path file, int maxBytes) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maxBytes + 1);
        }
        if (bytes.length > maxBytes) {
            throw new TooLargeException("more than " + maxBytes + " bytes");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
