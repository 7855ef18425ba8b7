package dev.hourbridge.cli.list;

import dev.hourbridge.cli.file.CsvCell;
import dev.hourbridge.model.TimeEntry;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints CSV as specified by RFC 4180: a header, CRLF, and quotation marks around a value if required.
 *
 * <p>A program reads every value unchanged, except that an apostrophe precedes a character that would start a formula
 * in a spreadsheet.
 */
final class CsvPrinter implements EntryPrinter {
    /** Contains no character at which a spreadsheet may split a line. */
    private static final String BETWEEN_TAGS = " | ";

    private final PrintStream out;

    /** Creates a printer. Prints nothing before the first entry or the end. */
    CsvPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin() {
        out.print(line(EntryColumns.NAMES));
    }

    @Override
    public void write(TimeEntry entry) {
        Map<String, String> columns = columns(entry);
        out.print(line(EntryColumns.NAMES.stream()
                .map(name -> columns.getOrDefault(name, ""))
                .toList()));
    }

    @Override
    public void end() {
        out.flush();
    }

    /** Returns the values of an entry by column, with all tags in one column. */
    static Map<String, String> columns(TimeEntry entry) {
        Map<String, String> columns = EntryColumns.of(entry);
        columns.put("tags", String.join(BETWEEN_TAGS, entry.tags()));
        return columns;
    }

    /** Returns a line of cells with a line end. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n";
    }
}
