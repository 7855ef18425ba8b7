package dev.hourbridge.cli;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/** Writes entries in one of the formats of {@code list}, one by one. */
interface EntryPrinter {

    void begin() throws IOException;

    void write(TimeEntry entry) throws IOException;

    void end() throws IOException;

    /** The formats, by the names that the option takes. */
    enum Format {
        TABLE,
        JSONL,
        CSV;

        EntryPrinter to(PrintStream out) {
            return switch (this) {
                case TABLE -> new TablePrinter(out);
                case JSONL -> new JsonLinesPrinter(out);
                case CSV -> new CsvPrinter(out);
            };
        }
    }
}
