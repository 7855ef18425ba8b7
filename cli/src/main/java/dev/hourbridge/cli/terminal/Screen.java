package dev.hourbridge.cli.terminal;

import dev.hourbridge.http.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The output of the command. Results go to standard output; notes, errors and, on a terminal, a progress line that is
 * redrawn in place go to standard error. Any other output first ends that line. Secrets known to the redactor are
 * removed from notes and errors. Results are data and are printed unchanged. Thread-safe.
 *
 * <p>Only this class writes to the streams, so no note or error can be printed with a secret in it.
 */
public final class Screen {
    /** Control sequences that move to the first column, and clear the line from the end of the text. */
    private static final String FIRST_COLUMN = "\r";

    private static final String CLEAR_REST = "\u001b[K";

    private final Redactor redactor = Redactor.create();
    private final PrintStream terminal;
    private final PrintStream results;
    private final PrintStream errors;
    private final ByteArrayOutputStream heldText = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heldNotes = new ByteArrayOutputStream();
    private PrintStream text;
    private PrintStream notes;
    private boolean isQuiet;
    private boolean isLineOpen;

    /** Creates a screen on standard output and standard error. */
    public Screen(PrintStream out, PrintStream err) {
        this.terminal = err;
        this.results = print(endingLine(out));
        this.errors = redacted(endingLine(err));
        this.text = results;
        this.notes = errors;
    }

    /** Returns the redactor for the secrets of all clients in this run. */
    public Redactor redactor() {
        return redactor;
    }

    /** Returns the stream for results as text. */
    public PrintStream out() {
        return text;
    }

    /** Returns the stream for results in any form, independent of the handling of text. */
    public PrintStream results() {
        return results;
    }

    /** Returns the stream for errors and questions. */
    public PrintStream err() {
        return errors;
    }

    /** Returns the stream for progress and notes. */
    public PrintStream notes() {
        return notes;
    }

    /** Stops showing progress, and holds notes until they are released. */
    public void holdNotes() {
        isQuiet = true;
        notes = redacted(heldNotes);
    }

    /** Holds text results until they are released. */
    public void holdText() {
        text = print(heldText);
    }

    /** Drops text results, because they are printed in another form. */
    public void dropText() {
        text = print(OutputStream.nullOutputStream());
    }

    /** Prints the held output. */
    public void release() {
        text.flush();
        results.writeBytes(heldText.toByteArray());
        errors.writeBytes(heldNotes.toByteArray());
        heldText.reset();
        heldNotes.reset();
    }

    /** Returns whether progress is hidden. */
    public boolean isQuiet() {
        return isQuiet;
    }

    /** Redraws the progress line. */
    synchronized void draw(String line) {
        terminal.print(FIRST_COLUMN + line + CLEAR_REST);
        terminal.flush();
        isLineOpen = true;
    }

    /** Ends the progress line, if there is one. */
    synchronized void endLine() {
        if (isLineOpen) {
            isLineOpen = false;
            terminal.println();
        }
    }

    /** Returns a stream that ends the progress line before it prints. */
    private OutputStream endingLine(PrintStream to) {
        return new OutputStream() {
            @Override
            public void write(int value) {
                endLine();
                to.write(value);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                endLine();
                to.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                to.flush();
            }
        };
    }

    /** Returns a stream from which secrets are removed. */
    private PrintStream redacted(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8) {
            @Override
            public void print(@Nullable String line) {
                super.print(redactor.redact(String.valueOf(line)));
            }
        };
    }

    private static PrintStream print(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
