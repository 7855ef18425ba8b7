package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.CanaryDifference;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Describes the differences between the target and the plan, as text and as JSON.
 *
 * <p>Both values are shown, the planned one first.
 */
final class Differences {
    private static final int MAX_SHOWN = 10;

    private Differences() {}

    /** Returns {@code duration (planned 1:00, found 0:30), note}. The values of notes and tags are omitted. */
    static String planned(List<FieldDifference> differences) {
        return words(differences, "planned");
    }

    /** Returns each field with both values, separated by commas. */
    private static String words(List<FieldDifference> differences, String before) {
        return differences.stream()
                .map(each -> Labels.of(each.field())
                        + (each.planned().isEmpty() && each.found().isEmpty()
                                ? ""
                                : " (" + before + " " + each.planned().orElse("none") + ", found "
                                        + each.found().orElse("none") + ")"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the text for a canary that differs: the entry that stopped the run, and the remedy. */
    static String canary(CanaryDifference canary) {
        boolean isOfTime =
                canary.fields().contains(EntryField.START) || canary.fields().contains(EntryField.DATE);
        return "The first entry differed when it was read back: source " + canary.sourceId() + ", target "
                + canary.targetId()
                + ": "
                + (canary.differences().isEmpty() ? "not in the list" : words(canary.differences(), "sent"))
                + "."
                + (isOfTime ? " Is target.zone the zone of the target's account?" : "")
                + " Nothing more was sent. Use undo to delete the entry, correct the configuration, specify a new "
                + "ledger and a new report, and plan again.";
    }

    /** Returns the first entries that differ from the plan, and the remedy. */
    static List<String> of(VerifyReport verify, Report.Walk<EntryReport> entries) {
        long different = verify.verdicts().getOrDefault(Verdict.DIFFERENT, 0L);
        if (different + verify.noLongerListed() == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> {
            if (lines.size() < MAX_SHOWN && isOtherThanPlanned(entry)) {
                lines.add("    " + line(entry));
            }
        });
        long more = different + verify.noLongerListed() - lines.size();
        if (more > 0) {
            lines.add("    and " + more + " more; the report lists all of them.");
        }
        if (verify.noLongerListed() > 0) {
            lines.add("Entries that were sent and then deleted are not sent again with this ledger. To create them "
                    + "again, specify a new ledger and a new report, set policy.existing to adopt, and plan. Rows "
                    + "that match "
                    + "the plan are adopted."
                    + (different > 0
                            ? " First correct the differences. Otherwise, entries that differ are "
                                    + "sent a second time."
                            : ""));
        }
        return lines;
    }

    /** Returns whether an entry that was sent is missing from the target or different there. */
    private static boolean isOtherThanPlanned(EntryReport entry) {
        boolean isGone = entry.verdict().filter(Verdict.MISSING::equals).isPresent()
                && (entry.state() == EntryState.CREATED
                        || entry.state() == EntryState.RECOVERED
                        || entry.state() == EntryState.ADOPTED);
        return isGone || entry.verdict().filter(Verdict.DIFFERENT::equals).isPresent();
    }

    /** Returns an entry with its verdict and its differences. */
    private static String line(EntryReport entry) {
        return entry.verdict().map(Verdict::letter).orElse('.') + " source " + TerminalText.line(entry.sourceId())
                + ", target " + TerminalText.line(entry.targetId().orElse("not known")) + ", " + entry.day() + ": "
                + (entry.differences().isEmpty()
                        ? "no longer listed"
                        : TerminalText.line(planned(entry.differences())));
    }

    /** Returns the differences as objects for JSON. */
    static List<Map<String, Object>> objects(List<FieldDifference> differences) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (FieldDifference each : differences) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("field", Labels.of(each.field()));
            each.planned().ifPresent(value -> object.put("planned", value));
            each.found().ifPresent(value -> object.put("found", value));
            objects.add(object);
        }
        return objects;
    }
}
