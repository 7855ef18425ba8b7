package dev.hourbridge.cli.list;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.cli.report.SafeJson;
import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.PrintStream;

/** One JSON object a line; what an entry does not have is left out. */
final class JsonLinesPrinter implements EntryPrinter {
    private final JsonMapper json = SafeJson.mapper();
    private final PrintStream out;

    JsonLinesPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {}

    @Override
    public void write(TimeEntry entry) throws IOException {
        ObjectNode line = json.createObjectNode();
        EntryColumns.of(entry).forEach(line::put);
        line.put("seconds", entry.workTime().duration().toSeconds());
        line.put("invoiced", entry.invoice().isPresent());
        line.put("deleted", entry.deleted());
        entry.tags().forEach(line.withArray("tags")::add);
        out.print(json.writeValueAsString(line) + "\n");
    }

    @Override
    public void end() {
        out.flush();
    }
}
