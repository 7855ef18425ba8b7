package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.VerifyReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Describes why entries were rejected and what to do about it. The most frequent reason comes first.
 *
 * <p>If many entries are rejected, most of them usually have the same reason, which is shown on one line with its
 * count.
 */
final class Rejections {
    private static final int MAX_SHOWN = 10;

    /** Services may include an id in every rejection, so a limit keeps memory use constant. */
    private static final int MAX_REASONS = 1_000;

    private static final int MAX_CHARACTERS = 300;

    private final Map<String, Long> rejected = new HashMap<>();
    private final Map<String, Long> notAttempted = new HashMap<>();
    private long others;

    private Rejections() {}

    /** Returns the lines; empty if nothing was rejected. */
    static List<String> of(Report report) {
        long rejected = report.verify()
                .map(VerifyReport::rejected)
                .or(() -> report.apply().map(apply -> apply.states().getOrDefault(EntryState.REJECTED, 0L)))
                .orElse(0L);
        if (rejected == 0) {
            return List.of();
        }
        Rejections rejections = new Rejections();
        report.entries().forEach(rejections::add);
        List<String> lines = new ArrayList<>();
        list(lines, rejections.rejected, "Rejected by the target:");
        list(lines, rejections.notAttempted, "Not sent because of these:");
        if (rejections.others > 0) {
            lines.add("and " + Labels.entries(rejections.others) + " for other reasons, all of them in "
                    + report.rejectsFile() + ".");
        }
        lines.add("Next: each entry is in " + report.rejectsFile()
                + " with its reason. Correct the mapping or the source, then plan and apply again with the same "
                + "ledger. Alternatively, delete the lines of entries that you do not want to move, specify a new "
                + "ledger and a new report, and run plan --only with that file.");
        return lines;
    }

    /** Counts the reason of an entry. The number of reasons is limited, because a service may include an id in each. */
    private void add(EntryReport entry) {
        if (entry.state() == EntryState.REJECTED) {
            Map<String, Long> reasons = entry.notAttempted() ? notAttempted : rejected;
            String reason = TerminalText.cut(entry.reason().orElse("no reason given"), MAX_CHARACTERS);
            if (reasons.containsKey(reason) || reasons.size() < MAX_REASONS) {
                reasons.merge(reason, 1L, Long::sum);
            } else {
                others++;
            }
        }
    }

    /** Adds the most frequent reasons, with their counts. */
    private static void list(List<String> lines, Map<String, Long> reasons, String heading) {
        if (reasons.isEmpty()) {
            return;
        }
        lines.add(heading);
        List<Map.Entry<String, Long>> sorted = reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Long> reason : sorted.subList(0, Math.min(MAX_SHOWN, sorted.size()))) {
            lines.add(String.format(Locale.ROOT, "  %7d  %s", reason.getValue(), reason.getKey()));
        }
        if (sorted.size() > MAX_SHOWN) {
            long rest = sorted.stream()
                    .skip(MAX_SHOWN)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            lines.add(String.format(Locale.ROOT, "  %7d  for %d more reasons", rest, sorted.size() - MAX_SHOWN));
        }
    }
}
