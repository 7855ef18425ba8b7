package dev.hourbridge.cli;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/** Writes entries in one of the formats of {@code list}, one by one. */
interface EntryWriter {

    void begin() throws IOException;

    void write(TimeEntry entry) throws IOException;

    void end() throws IOException;

    /** The formats, by the names that the option takes. */
    enum Format {
        TABLE,
        JSONL,
        CSV;

        EntryWriter to(PrintStream out) {
            return switch (this) {
                case TABLE -> new EntryTable(out);
                case JSONL -> new EntryJsonLines(out);
                case CSV -> new EntryCsv(out);
            };
        }
    }
}
