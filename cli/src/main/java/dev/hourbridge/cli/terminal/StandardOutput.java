package dev.hourbridge.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * A standard output stream on which a failed write ends the command. A {@link PrintStream} ignores them, so the command
 * would exit with code 0 after an incomplete list.
 *
 * <p>A closed pipe is distinguished from a full disk, because {@code hourbridge list | head} is not an error.
 */
public final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private final BooleanSupplier isPipe;

    private StandardOutput(OutputStream out, BooleanSupplier isPipe) {
        this.out = out;
        this.isPipe = isPipe;
    }

    /** Returns the standard output of this process. */
    public static PrintStream ofProcess() {
        return print(new StandardOutput(new FileOutputStream(FileDescriptor.out), StandardOutput::isProcessPipe));
    }

    /** Returns a stream that replaces standard output. */
    public static PrintStream to(OutputStream out) {
        return print(new StandardOutput(out, () -> false));
    }

    /** Uses UTF-8 regardless of the platform's character set, so notes are the same everywhere. */
    private static PrintStream print(StandardOutput out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /**
     * Returns whether standard output is a pipe, which its reader may close; false if the system does not reveal it.
     */
    private static boolean isProcessPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Returns the exception for a failed write. Also checks for a pipe, because the message may be in the user's
     * language.
     */
    private FailedException failure(IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        boolean isClosedPipe = reason.toLowerCase(Locale.ROOT).contains("pipe") || isPipe.getAsBoolean();
        return new FailedException(
                "Standard output: " + reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1) + ".",
                isClosedPipe,
                cause);
    }

    /**
     * Thrown if a write to standard output failed. Unchecked and not an {@link IOException}, which a PrintStream would
     * ignore.
     */
    public static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean isClosedPipe;

        private FailedException(String message, boolean isClosedPipe, IOException cause) {
            super(message, cause);
            this.isClosedPipe = isClosedPipe;
        }

        /** Returns whether the reader closed the pipe, as after {@code | head}. */
        public boolean isClosedPipe() {
            return isClosedPipe;
        }
    }
}
