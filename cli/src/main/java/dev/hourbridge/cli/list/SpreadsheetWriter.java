package dev.hourbridge.cli.list;

import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes entries as CSV that a spreadsheet can open directly: with a byte order mark, and with hours as numbers.
 *
 * <p>It is for users, so it may omit data that a spreadsheet cannot show. {@link CsvPrinter} is for programs.
 */
public final class SpreadsheetWriter {
    /** Without this mark, spreadsheets mistake UTF-8 for another encoding. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    /** Enough digits to represent a second. */
    private static final int DIGITS = 4;

    private final Writer out;

    /** Creates a writer on {@code out}, which the caller closes. */
    public SpreadsheetWriter(Writer out) {
        this.out = out;
    }

    /** Writes the header. */
    public void begin() throws IOException {
        out.write(BYTE_ORDER_MARK);
        List<String> names = new ArrayList<>(EntryColumns.NAMES);
        names.add(0, "h:mm");
        names.add(0, "hours");
        out.write(CsvPrinter.line(names));
    }

    /** Writes an entry. */
    public void write(TimeEntry entry) throws IOException {
        Duration duration = entry.workTime().duration();
        List<String> cells = new ArrayList<>(List.of(hours(duration), clock(duration)));
        Map<String, String> columns = CsvPrinter.columns(entry);
        EntryColumns.NAMES.forEach(name -> cells.add(columns.getOrDefault(name, "")));
        out.write(CsvPrinter.line(cells));
    }

    /** Returns hours as a decimal number that a spreadsheet can sum. */
    private static String hours(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds())
                .divide(HOUR, DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns a duration with seconds, if it has any. */
    private static String clock(Duration duration) {
        String minutes = String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
        return duration.toSecondsPart() == 0
                ? minutes
                : minutes + String.format(Locale.ROOT, ":%02d", duration.toSecondsPart());
    }
}
