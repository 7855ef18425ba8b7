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

/**
 * Describes the rows that were on the target before the plan and are equal to planned entries.
 *
 * <p>They may come from an earlier migration, manual work or another tool. The user must know about them before
 * deciding to adopt them.
 */
final class ExistingText {
    private static final int MAX_ROWS = 10;

    private ExistingText() {}

    /** Returns lines for the user; empty if there are no such rows. */
    static List<String> of(MigrationPlan plan, Report report) {
        List<String> lines = new ArrayList<>();
        if (plan.existingRows() > 0) {
            lines.add("Already on the target: " + Labels.entries(plan.existingRows()) + " equal to planned entries ("
                    + Labels.samples(plan.existingSamples()) + "). "
                    + meaning(report.policy().existing()));
            FirstLines rows = new FirstLines(lines);
            report.existingRows().forEach(row -> rows.add(line(row)));
            rows.end();
            if (report.policy().existing() == ExistingRows.ADOPT) {
                lines.add("adopt assumes that each of these rows is the planned entry itself, sent with a ledger that "
                        + "was lost, or entered by hand. If the rows are different work that looks the same, "
                        + "for example from another source, use create.");
            }
        }
        if (report.policy().existing() == ExistingRows.ADOPT && plan.existingRows() + plan.possibleDuplicates() > 0) {
            toSend(lines, plan, report);
            possibleDuplicates(lines, plan, report);
        }
        return lines;
    }

    /** Adds the entries that would still be sent, with the first of them. */
    private static void toSend(List<String> lines, MigrationPlan plan, Report report) {
        lines.add("Still to be sent: " + Labels.entries(plan.entriesToSend()) + ", "
                + Labels.hours(plan.durationToSend()) + " h.");
        FirstLines entries = new FirstLines(lines);
        report.entriesToSend()
                .forEach(entry -> entries.add("source " + entry.sourceId() + ": " + entry.day() + " "
                        + Labels.hours(entry.duration()) + " h, person "
                        + report.targetNames().shownPerson(entry.person())));
        entries.end();
    }

    /**
     * Adds rows that may be planned entries: same person, day and minutes, but a different note. Only the user can
     * decide.
     */
    private static void possibleDuplicates(List<String> lines, MigrationPlan plan, Report report) {
        if (plan.possibleDuplicates() == 0) {
            return;
        }
        lines.add((plan.acceptsPossibleDuplicates() ? "Accepted as different work: " : "Decision needed: ")
                + (plan.possibleDuplicates() == 1 ? "1 row" : plan.possibleDuplicates() + " rows")
                + " on the target may be entries to be sent: same person, day and minutes."
                + (plan.acceptsPossibleDuplicates()
                        ? ""
                        : " Check each row. If they are different work, plan again with "
                                + "--accept-possible-duplicates. If a row is the entry itself, correct it to match "
                                + "or delete it, then plan again."));
        FirstLines rows = new FirstLines(lines);
        report.possibleDuplicates()
                .forEach(row -> rows.add("target " + row.targetId() + ", like source " + row.sourceId()));
        rows.end();
    }

    /** Collects the first lines of a list and counts the rest. */
    private static final class FirstLines {
        private final List<String> lines;
        private long count;

        /** Creates a collector that adds to a list. */
        FirstLines(List<String> lines) {
            this.lines = lines;
        }

        /** Adds a line, or only counts it if the limit is reached. */
        void add(String line) {
            if (++count <= MAX_ROWS) {
                lines.add("  " + TerminalText.line(line));
            }
        }

        /** Adds a line with the number of lines that are not shown, if any. */
        void end() {
            if (count > MAX_ROWS) {
                lines.add("  and " + (count - MAX_ROWS) + " more; the .json report lists all of them");
            }
        }
    }

    /** Returns the effect of the policy on the rows. */
    private static String meaning(ExistingRows existing) {
        return switch (existing) {
            case STOP ->
                "Decision needed: policy.existing is stop, so nothing is sent. adopt treats each row as the planned "
                        + "entry; create sends the entries anyway.";
            case ADOPT ->
                "policy.existing is adopt: each row is treated as the planned entry, which is not sent. Rows with "
                        + "another migration's marker are excluded.";
            case CREATE -> "policy.existing is create: these rows remain, and every planned entry is sent.";
        };
    }

    /** Returns a row with its creation timestamp and its marker, which indicate its origin. */
    private static String line(ExistingRow row) {
        return "target " + row.targetId()
                + row.createdAt().map(stamp -> ", created " + stamp).orElse(", no creation time")
                + (row.marker() == Marker.NONE ? "" : ", marker: " + word(row.marker()))
                + (row.isOfAnotherLedger() ? " of another migration, never adopted" : "");
    }

    private static String word(Marker marker) {
        return marker.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a row as a JSON object. */
    static Map<String, Object> json(ExistingRow row) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("targetId", row.targetId());
        row.createdAt().ifPresent(stamp -> object.put("createdAt", stamp.toString()));
        object.put("marker", word(row.marker()));
        object.put("ofAnotherLedger", row.isOfAnotherLedger());
        return object;
    }
}
