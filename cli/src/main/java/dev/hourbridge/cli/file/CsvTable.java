package dev.hourbridge.cli.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads CSV with a header, as specified by RFC 4180. Also accepts the output of spreadsheets: a byte order mark, any
 * line ends, and semicolons or tabs instead of commas.
 */
public final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final char separator;
    private int position;
    private int line = 1;

    private CsvTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * A row.
     *
     * @param line the line number on which the row begins
     * @param cells the values by column, without surrounding blanks; empty for a missing cell
     */
    public record Row(int line, Map<String, String> cells) {}

    /** Thrown if text is not valid CSV. */
    public static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        private FormatException(int line, String message) {
            super(message);
            this.line = line;
        }

        /** Returns the line number. */
        public int line() {
            return line;
        }
    }

    /** Returns the columns that the header names. */
    public static List<String> columns(String text) throws FormatException {
        return table(text).cells();
    }

    /** Returns the rows after the header. Blank rows are skipped. */
    public static List<Row> rows(String text) throws FormatException {
        CsvTable table = table(text);
        List<String> columns = table.cells();
        List<Row> rows = new ArrayList<>();
        while (table.position < table.text.length()) {
            int line = table.line;
            List<String> cells = table.cells();
            if (cells.size() > columns.size()
                    && cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty())) {
                throw new FormatException(
                        line,
                        "has " + cells.size() + " values for " + columns.size() + " columns; quote values that contain "
                                + table.separator);
            }
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                byColumn.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
            }
            if (!String.join("", byColumn.values()).isEmpty()) {
                rows.add(new Row(line, byColumn));
            }
        }
        return rows;
    }

    /** Detects the separator from the header, whose names contain no separators. */
    private static CsvTable table(String text) {
        String plain = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        String header = plain.lines().findFirst().orElse("");
        char separator = Stream.of(',', ';', '\t')
                .filter(each -> header.indexOf(each) >= 0)
                .findFirst()
                .orElse(',');
        return new CsvTable(plain, separator);
    }

    /** Reads the cells of one row, and its line end. */
    private List<String> cells() throws FormatException {
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (isNext(separator));
        if (position < text.length() && !isNext('\n')) {
            throw new FormatException(line, "has text after a closing quotation mark");
        }
        return cells;
    }

    /** Skips the given character, and a carriage return before a line feed. Returns whether it was present. */
    private boolean isNext(char character) {
        if (character == '\n' && position < text.length() && text.charAt(position) == '\r') {
            position++;
            if (position >= text.length() || text.charAt(position) != '\n') {
                line++;
                return true;
            }
        }
        if (position >= text.length() || text.charAt(position) != character) {
            return false;
        }
        position++;
        line += character == '\n' ? 1 : 0;
        return true;
    }

    /** Reads a cell up to its separator. White space around a cell without quotation marks is ignored. */
    private String cell() throws FormatException {
        int start = position;
        if (isNext('"')) {
            return quoted();
        }
        while (position < text.length()
                && "\r\n".indexOf(text.charAt(position)) < 0
                && text.charAt(position) != separator) {
            position++;
        }
        return text.substring(start, position).strip();
    }

    /** Reads a cell in quotation marks. In it, each quotation mark is written twice, and line breaks are text. */
    private String quoted() throws FormatException {
        int start = line;
        StringBuilder cell = new StringBuilder();
        while (position < text.length()) {
            char each = text.charAt(position++);
            if (each == '"' && !isNext('"')) {
                return cell.toString();
            }
            line += each == '\n' ? 1 : 0;
            cell.append(each);
        }
        throw new FormatException(start, "has an unclosed quotation mark");
    }
}
