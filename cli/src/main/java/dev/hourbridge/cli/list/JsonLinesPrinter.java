package dev.hourbridge.cli.list;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.report.SafeJson;
import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Prints one JSON object per line: the map of {@link TimeEntry#toMap()}.
 *
 * <p>Each line is complete JSON, so a reader can process a list that {@code head} truncates or that ends with an error.
 */
final class JsonLinesPrinter implements EntryPrinter {
    private final JsonMapper json = SafeJson.mapper();
    private final PrintStream out;

    /** Creates a printer. */
    JsonLinesPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void write(TimeEntry entry) throws IOException {
        out.print(json.writeValueAsString(entry.toMap()) + "\n");
    }

    @Override
    public void end() {
        out.flush();
    }
}
