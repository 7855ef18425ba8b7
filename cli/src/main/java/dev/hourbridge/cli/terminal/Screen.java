package dev.hourbridge.cli.terminal;

import dev.hourbridge.http.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the command prints: results to standard output; notes, errors and on a terminal one line of progress, which is
 * drawn over, to standard error. Any other output first ends that line. Notes and errors hide the secrets that the
 * redactor knows; results are data, and printed as they are. Thread-safe.
 *
 * <p>It is the only class that writes to the streams, so no note and no error leaves the command with a secret in it.
 */
public final class Screen {
    /** Back to the first column, and from the end of the text to the end of the line: nothing. */
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

    /** Returns what hides the secrets of all clients of this run. */
    public Redactor redactor() {
        return redactor;
    }

    /** Returns the stream for results as text. */
    public PrintStream out() {
        return text;
    }

    /** Returns the stream for results of any kind, whatever becomes of text. */
    public PrintStream results() {
        return results;
    }

    /** Returns the stream for errors and questions. */
    public PrintStream err() {
        return errors;
    }

    /** Returns the stream for progress and what else is good to know. */
    public PrintStream notes() {
        return notes;
    }

    /** Shows no progress from now on, and notes only if they are released. */
    public void holdNotes() {
        isQuiet = true;
        notes = redacted(heldNotes);
    }

    /** Shows results as text only if they are released. */
    public void holdText() {
        text = print(heldText);
    }

    /** Drops results as text, since they are printed in another form. */
    public void dropText() {
        text = print(OutputStream.nullOutputStream());
    }

    /** Prints what was held. */
    public void release() {
        text.flush();
        results.writeBytes(heldText.toByteArray());
        errors.writeBytes(heldNotes.toByteArray());
        heldText.reset();
        heldNotes.reset();
    }

    /** Returns whether progress is not shown. */
    public boolean isQuiet() {
        return isQuiet;
    }

    /** Draws over the line of progress. */
    synchronized void draw(String line) {
        terminal.print(FIRST_COLUMN + line + CLEAR_REST);
        terminal.flush();
        isLineOpen = true;
    }

    /** Ends the line of progress, if there is one. */
    synchronized void endLine() {
        if (isLineOpen) {
            isLineOpen = false;
            terminal.println();
        }
    }

    /** Returns a stream that ends the line of the progress before anything else is printed. */
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
