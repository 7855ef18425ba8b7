package dev.hourbridge.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where the command prints: results, messages, and on a terminal one line of progress that is drawn over. Any other
 * output first ends that line. Safe for use by several threads.
 */
final class Screen {
    /** Back to the first column, and from the end of the text to the end of the line: nothing. */
    private static final String FIRST_COLUMN = "\r";

    private static final String CLEAR_REST = "\u001b[K";

    private final PrintStream terminal;
    private final PrintStream out;
    private final PrintStream err;
    private boolean isLineOpen;

    /** Creates a screen on standard output and standard error. */
    Screen(PrintStream out, PrintStream err) {
        this.terminal = err;
        this.out = endingLine(out);
        this.err = endingLine(err);
    }

    /** Returns the stream for results. */
    PrintStream out() {
        return out;
    }

    /** Returns the stream for progress, messages and errors. */
    PrintStream err() {
        return err;
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

    private PrintStream endingLine(PrintStream to) {
        OutputStream ending = new OutputStream() {
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
        return new PrintStream(ending, true, StandardCharsets.UTF_8);
    }
}
