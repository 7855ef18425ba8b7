package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The last line of a report: one sentence that claims only what was observed.
 *
 * <p>It states that all entries are on the target only if each of them was read there during this verify. It also
 * mentions if the source was not read or has changed.
 */
final class VerifySummary {
    private VerifySummary() {}

    /**
     * Returns the sentence.
     *
     * @param named the number of entries to which the plan is restricted; 0 for a plan of all entries
     */
    static String of(MigrationContext run, VerifyReport report, long named) {
        return of(run, report, named == 0)
                + (report.skipped() == 0 ? "" : " " + entries(report.skipped(), "") + " skipped.")
                + (report.remaining() == 0
                        ? ""
                        : report.remaining() == 1
                                ? " 1 row remains on the target although its entry was deleted at the source."
                                : " " + report.remaining()
                                        + " rows remain on the target although their entries were deleted at the "
                                        + "source.")
                + (report.retained() == 0 ? "" : " " + report.retained() + " left unchanged on the target, as decided.")
                + (named == 0 ? "" : " The plan was for " + entries(named, "named ") + " only.");
    }

    private static String of(MigrationContext run, VerifyReport report, boolean isWhole) {
        String minutes = " " + minutes(report.onTarget()) + " of " + minutes(report.planned()) + " minutes.";
        if (report.undone() > 0 && report.undone() == report.entries()) {
            return (report.entries() == 1
                            ? "UNDONE: 1 entry was undone; it is not on the target."
                            : "UNDONE: all " + report.entries()
                                    + " entries were undone; none of them is on the target.")
                    + source(report.source());
        }
        if (report.outcome() != Outcome.DONE) {
            return "NOT FINISHED: " + findings(report) + " of " + entries(report.entries(), "") + " as planned."
                    + minutes + source(report.source());
        }
        if (report.entries() == 0 && !report.source().isUnchanged()) {
            return "There was nothing to migrate when the plan was made." + source(report.source());
        }
        if (report.entries() == 0 && report.skipped() > 0) {
            return "There was nothing to migrate.";
        }
        if (report.entries() == 0) {
            return "There was nothing to migrate: the source has no entries from " + run.firstDay() + " to "
                    + run.lastDay() + ".";
        }
        long lossy = report.verdicts().getOrDefault(Verdict.SAME_WITH_LOSS, 0L);
        String kind = isWhole && report.source().isUnchanged() ? "" : "planned ";
        return (report.entries() == 1
                        ? "The 1 " + kind + "entry is on the target"
                        : "All " + kind + report.entries() + " entries are on the target")
                + (lossy == 0 ? "" : ", " + lossy + " with declared loss") + "." + minutes + source(report.source());
    }

    private static String entries(long count, String kind) {
        return count + " " + kind + (count == 1 ? "entry" : "entries");
    }

    private static String findings(VerifyReport report) {
        List<String> findings = new ArrayList<>();
        long planned = 0;
        for (Verdict verdict : report.verdicts().keySet()) {
            long count = report.verdicts().getOrDefault(verdict, 0L);
            planned += verdict == Verdict.SAME || verdict == Verdict.SAME_WITH_LOSS ? count : 0;
            if (verdict == Verdict.MISSING) {
                // Those that were rejected or are in doubt are named below, and once only.
                add(findings, report.notSent(), "not yet sent (run apply)");
                add(findings, report.undone(), "undone");
                count = report.noLongerListed();
            }
            add(findings, count, words(verdict));
        }
        long unplannable = report.entries() - entriesJudged(report);
        add(findings, unplannable, "not plannable");
        add(findings, report.rejected() - report.notAttempted(), "rejected");
        add(findings, report.notAttempted(), "not sent as a result");
        add(findings, report.inDoubt(), "in doubt");
        add(findings, report.notVisible(), "no longer visible at the source");
        if (report.totalChecks().stream().anyMatch(TotalCheck::disagrees)) {
            findings.add("the target's own total does not match its listed rows");
        }
        if (report.source().totalCheck().filter(TotalCheck::disagrees).isPresent()) {
            findings.add("the source's own total does not match its listed entries");
        }
        return String.join(", ", findings) + "; " + planned;
    }

    private static long entriesJudged(VerifyReport report) {
        return report.verdicts().entrySet().stream()
                .filter(entry -> switch (entry.getKey()) {
                    case SAME, SAME_WITH_LOSS, DIFFERENT, MISSING, UNREADABLE -> true;
                    default -> false;
                })
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case DIFFERENT -> "different";
            case MISSING -> "missing";
            case EXTRA -> "extra";
            case POSSIBLE_DUPLICATE -> "possible duplicate";
            case UNREADABLE -> "unreadable";
            default -> "";
        };
    }

    private static void add(List<String> findings, long count, String words) {
        if (count > 0 && !words.isEmpty()) {
            findings.add(count + " " + words);
        }
    }

    private static String source(SourceCheck source) {
        if (!source.wasRead()) {
            return " The source was not read again.";
        }
        return source.isUnchanged()
                ? ""
                : " The source has changed since the plan: " + source.changed() + " changed, " + source.added()
                        + " added, " + source.removed() + " removed.";
    }

    /** Returns the minutes, with a fraction only if there are seconds. */
    static String minutes(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
