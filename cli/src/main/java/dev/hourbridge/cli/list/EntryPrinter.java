package dev.hourbridge.cli.list;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Prints entries in one of the formats of {@code list}, one by one.
 *
 * <p>Entries are printed while the list is read. A list of any length therefore needs constant memory, and a pipe
 * receives its first line immediately.
 */
public interface EntryPrinter {

    /** Prints the output before the first entry. */
    void begin() throws IOException;

    /** Prints an entry. */
    void write(TimeEntry entry) throws IOException;

    /** Prints the output after the last entry. */
    void end() throws IOException;

    /** The formats, with the names that the option accepts. */
    enum Format {
        /** Columns for a screen, with the total at the end. */
        TABLE,
        /** One JSON object per line. */
        JSONL,
        /** CSV as specified by RFC 4180, with a header. */
        CSV;

        /** Returns a printer for this format. */
        public EntryPrinter to(PrintStream out) {
            return switch (this) {
                case TABLE -> new TablePrinter(out);
                case JSONL -> new JsonLinesPrinter(out);
                case CSV -> new CsvPrinter(out);
            };
        }
    }
}
