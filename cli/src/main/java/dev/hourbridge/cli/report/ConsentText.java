package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.ExistingRows;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Questions that ask for consent. Each names how many entries and hours are written or deleted, and where. */
public final class ConsentText {
    private static final Set<EntryState> ON_TARGET =
            Set.of(EntryState.CREATED, EntryState.RECOVERED, EntryState.VERIFIED);
    private static final Set<EntryState> UNKNOWN = Set.of(EntryState.INTENT, EntryState.IN_DOUBT);

    private ConsentText() {}

    /** Returns the question before entries are created; empty if the ledger has nothing left to send. */
    public static Optional<String> toCreate(Report report) {
        boolean mayAdopt = report.existing() == ExistingRows.ADOPT
                && report.plan().filter(plan -> plan.existingRows() > 0).isPresent();
        return question(
                report,
                mayAdopt ? "Create up to " : "Create ",
                " on ",
                entry -> entry.state() == EntryState.PLANNED,
                " that may have to be sent again");
    }

    /** Returns the question before entries are deleted; empty if the ledger created nothing that is left. */
    public static Optional<String> toUndo(Report report) {
        return question(
                report,
                "Delete ",
                " from ",
                entry -> ON_TARGET.contains(entry.state()) && !entry.adopted(),
                " that are deleted if they are found");
    }

    private static Optional<String> question(
            Report report, String subcommand, String preposition, Predicate<EntryReport> isMeant, String unknownToo) {
        long[] counts = new long[2];
        Duration[] sum = {Duration.ZERO};
        report.entries().forEach(entry -> {
            if (isMeant.test(entry)) {
                counts[0]++;
                sum[0] = sum[0].plus(entry.duration());
            } else if (UNKNOWN.contains(entry.state())) {
                counts[1]++;
            }
        });
        if (counts[0] + counts[1] == 0) {
            return Optional.empty();
        }
        String doubts = counts[1] == 0 ? "" : ", and " + counts[1] + " in doubt" + unknownToo;
        return Optional.of(subcommand + Labels.entries(counts[0]) + " (" + Labels.hours(sum[0]) + " h)" + doubts
                + preposition + place(report.target()) + "?");
    }

    /** {@code codebase:acme@api3.codebasehq.com} as {@code Codebase at api3.codebasehq.com, account acme}. */
    private static String place(String target) {
        String name = target.substring(target.indexOf(':') + 1);
        int at = name.lastIndexOf('@');
        String host = name.substring(at + 1).replaceFirst("/.*", "");
        String service = Labels.account(target).replaceFirst(" \\(.*", "");
        return TerminalText.line(service + " at " + host + ", account " + (at < 0 ? name : name.substring(0, at)));
    }
}
