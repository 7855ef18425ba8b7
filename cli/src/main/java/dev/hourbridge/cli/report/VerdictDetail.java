package dev.hourbridge.cli.report;

import dev.hourbridge.migration.SourceCheck;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import java.util.ArrayList;
import java.util.List;

/** The details of a verdict's count: for missing rows, the reasons; for the source, how it changed. */
final class VerdictDetail {
    private VerdictDetail() {}

    /** Returns the details in a few words; an empty string for a verdict without details. */
    static String of(Verdict verdict, VerifyReport verify) {
        return switch (verdict) {
            case MISSING -> missing(verify);
            case SOURCE_CHANGED -> source(verify.source());
            default -> "";
        };
    }

    /** Returns the reasons for missing rows. Reasons that do not apply are omitted. */
    private static String missing(VerifyReport verify) {
        List<String> kinds = new ArrayList<>();
        add(kinds, verify.undone(), "undone");
        add(kinds, verify.notSent(), "not yet sent (run apply)");
        // If a person's list could not be read, that person's entries are not counted as missing.
        if (!verify.verdicts().containsKey(Verdict.UNREADABLE)) {
            add(kinds, verify.rejected() - verify.notAttempted(), "rejected");
            add(kinds, verify.notAttempted(), "not sent as a result");
            add(kinds, verify.inDoubt(), "in doubt");
        }
        add(kinds, verify.noLongerListed(), "no longer listed");
        return String.join("", kinds);
    }

    private static String source(SourceCheck source) {
        return ": " + source.changed() + " changed, " + source.added() + " added, " + source.removed() + " removed";
    }

    private static void add(List<String> kinds, long count, String words) {
        if (count > 0) {
            kinds.add(", " + count + (kinds.isEmpty() ? " of them " : " ") + words);
        }
    }
}
