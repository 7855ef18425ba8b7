package dev.hourbridge.cli.list;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Prints entries in one of the formats of {@code list}, one by one.
 *
 * <p>It prints while the list is read, so a list of any length needs no memory, and a pipe gets its first line at once.
 */
public interface EntryPrinter {

    /** Prints what comes before the first entry. */
    void begin() throws IOException;

    /** Prints an entry. */
    void write(TimeEntry entry) throws IOException;

    /** Prints what comes after the last entry. */
    void end() throws IOException;

    /** The formats, by the names that the option takes. */
    enum Format {
        /** Columns for a screen, and the sum at the end. */
        TABLE,
        /** One JSON object a line. */
        JSONL,
        /** RFC 4180 with a header. */
        CSV;

        /** Returns a printer of this format. */
        public EntryPrinter to(PrintStream out) {
            return switch (this) {
                case TABLE -> new TablePrinter(out);
                case JSONL -> new JsonLinesPrinter(out);
                case CSV -> new CsvPrinter(out);
            };
        }
    }
}
