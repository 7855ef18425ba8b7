package dev.hourbridge.cli.list;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.report.SafeJson;
import dev.hourbridge.cli.terminal.TerminalText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Prints the ids that occur in entries, in one of the formats of {@code list}.
 *
 * <p>The number of entries and the hours next to each id show which ids matter before a mapping is written.
 */
public final class IdList {
    private static final String ROW = "%-16s  %-32s  %8s  %10s%n";

    private final PrintStream out;

    /** Creates a list on a stream. */
    public IdList(PrintStream out) {
        this.out = out;
    }

    /** Prints the ids with their names, entry counts and durations. */
    public void write(EntryPrinter.Format format, List<Names.Seen> ids) throws IOException {
        switch (format) {
            case TABLE -> table(ids);
            case JSONL -> lines(ids);
            case CSV -> csv(ids);
        }
        out.flush();
    }

    /** Prints a table for users, with long names truncated. */
    private void table(List<Names.Seen> ids) {
        out.format(Locale.ROOT, ROW, "id", "name", "entries", "h:mm:ss");
        for (Names.Seen each : ids) {
            out.format(
                    Locale.ROOT,
                    ROW,
                    each.id().isEmpty() ? "(none)" : TerminalText.line(each.id()),
                    TerminalText.cut(each.name().orElse(""), 32),
                    each.entries(),
                    TablePrinter.clock(each.time()));
        }
    }

    /** Prints one JSON object per line. */
    private void lines(List<Names.Seen> ids) throws IOException {
        JsonMapper json = SafeJson.mapper();
        for (Names.Seen each : ids) {
            ObjectNode line = json.createObjectNode();
            if (!each.id().isEmpty()) {
                line.put("id", each.id());
            }
            each.name().ifPresent(name -> line.put("name", name));
            line.put("entries", each.entries()).put("seconds", each.time().toSeconds());
            out.print(json.writeValueAsString(line) + "\n");
        }
    }

    /** Prints CSV, with durations in whole seconds. */
    private void csv(List<Names.Seen> ids) {
        out.print(CsvPrinter.line(List.of("id", "name", "entries", "seconds")));
        for (Names.Seen each : ids) {
            out.print(CsvPrinter.line(List.of(
                    each.id(),
                    each.name().orElse(""),
                    Long.toString(each.entries()),
                    Long.toString(each.time().toSeconds()))));
        }
    }
}
