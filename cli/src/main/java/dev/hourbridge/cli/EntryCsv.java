package dev.hourbridge.cli;

import dev.hourbridge.model.TimeEntry;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * RFC 4180: a header, CRLF, and quotation marks where a value needs them; an apostrophe before what a
 * spreadsheet would take for a formula.
 */
final class EntryCsv implements EntryWriter {
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    private final PrintStream out;

    EntryCsv(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        out.print(line(EntryColumns.NAMES));
    }

    @Override
    public void write(TimeEntry entry) {
        Map<String, String> columns = EntryColumns.of(entry);
        columns.put("tags", String.join(";", entry.tags()));
        out.print(line(EntryColumns.NAMES.stream()
                .map(name -> columns.getOrDefault(name, ""))
                .toList()));
    }

    @Override
    public void end() {
        out.flush();
    }

    static String line(List<String> cells) {
        return cells.stream().map(EntryCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String value) {
        String text = !value.isEmpty() && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\r' || each == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
