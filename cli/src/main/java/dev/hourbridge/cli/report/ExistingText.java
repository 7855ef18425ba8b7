package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.ExistingRow;
import dev.hourbridge.migration.ExistingRows;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.MigrationPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows that were on the target when it was planned and equal planned entries. */
final class ExistingText {
    private static final int MAX_ROWS = 10;

    private ExistingText() {}

    /** Returns lines for people; none if there are no such rows. */
    static List<String> of(MigrationPlan plan, Report report) {
        List<String> lines = new ArrayList<>();
        if (plan.existingRows() > 0) {
            lines.add("On the target already: " + Labels.entries(plan.existingRows()) + " equal to planned ones ("
                    + Labels.samples(plan.existingSamples()) + "). " + meaning(report.existing()));
            rows(lines, report);
            if (report.existing() == ExistingRows.ADOPT) {
                lines.add(
                        "adopt assumes that each of these rows is the planned entry itself: sent with a ledger that was lost,"
                                + " or entered by hand. If they are of other work that looks the same, such as another source's,"
                                + " use create.");
            }
        }
        return lines;
    }

    private static String meaning(ExistingRows existing) {
        return switch (existing) {
            case STOP ->
                "To decide: policy.existing is stop, so that nothing is sent; adopt takes each for a planned one,"
                        + " create sends all the same.";
            case ADOPT ->
                "policy.existing is adopt: each is taken for a planned one, and that one is not sent, except rows with"
                        + " another migration's marker.";
            case CREATE -> "policy.existing is create: they stay, and every planned one is sent.";
        };
    }

    private static void rows(List<String> lines, Report report) {
        int before = lines.size();
        long[] omitted = new long[1];
        report.existingRows().forEach(row -> {
            if (lines.size() - before < MAX_ROWS) {
                lines.add("  " + TerminalText.line(line(row)));
            } else {
                omitted[0]++;
            }
        });
        if (omitted[0] > 0) {
            lines.add("  and " + omitted[0] + " more, all of them in the report that ends with .json");
        }
    }

    private static String line(ExistingRow row) {
        return "target " + row.targetId()
                + row.createdAt().map(stamp -> ", created " + stamp).orElse(", no creation stamp")
                + (row.marker() == Marker.NONE ? "" : ", marker: " + word(row.marker()))
                + (row.isOfAnotherLedger() ? " of another migration, never adopted" : "");
    }

    private static String word(Marker marker) {
        return marker.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a row for programs. */
    static Map<String, Object> json(ExistingRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("targetId", row.targetId());
        row.createdAt().ifPresent(stamp -> object.put("createdAt", stamp.toString()));
        object.put("marker", word(row.marker()));
        object.put("ofAnotherLedger", row.isOfAnotherLedger());
        return object;
    }
}
