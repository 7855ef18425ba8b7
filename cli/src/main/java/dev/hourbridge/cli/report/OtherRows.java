package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.UnrelatedRow;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** The first rows on the target that are not part of the plan, and the number of all such rows. */
final class OtherRows {
    private static final int MAX_ROWS_IN_TEXT = 50;

    private final int most;
    private final List<UnrelatedRow> rows = new ArrayList<>();
    private long count;

    private OtherRows(int most) {
        this.most = most;
    }

    /**
     * Collects the first rows.
     *
     * @param most the maximum number of rows to retain
     */
    static OtherRows of(Report report, int most) {
        OtherRows others = new OtherRows(most);
        report.others().forEach(others::add);
        return others;
    }

    /** Counts a row, and retains it if it is one of the first. */
    private void add(UnrelatedRow row) {
        count++;
        if (rows.size() < most) {
            rows.add(row);
        }
    }

    /** Returns the first rows. */
    List<UnrelatedRow> rows() {
        return rows;
    }

    /** Returns the number of rows that were not retained. */
    long omitted() {
        return count - rows.size();
    }

    /** Writes the rows for the text report; writes nothing if there are no such rows. */
    static void write(Report report, Writer out) throws IOException {
        OtherRows others = of(report, MAX_ROWS_IN_TEXT);
        if (others.rows.isEmpty()) {
            return;
        }
        out.write("\nRows on the target that are not in the plan: ? created by another user, for a person and day "
                + "with planned\n");
        out.write("entries, unchanged; 2 possible duplicate; - undone, but listed again. They are included in the "
                + "target's own\n");
        out.write("total and in the total of all listed rows, but not in the totals by month.\n");
        for (UnrelatedRow row : others.rows) {
            out.write(TerminalText.line(row.verdict().letter() + "  " + row.targetId() + "  " + row.day() + " "
                            + Labels.hours(row.duration()) + "  person "
                            + report.targetNames().shownPerson(row.person())
                            + row.likeSourceId()
                                    .map(id -> "  like source " + id)
                                    .orElse(""))
                    + "\n");
        }
        if (others.omitted() > 0) {
            out.write("and " + others.omitted() + " more; the .json report lists all of them\n");
        }
    }
}
