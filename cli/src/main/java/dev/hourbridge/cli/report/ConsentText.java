package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.PlannedChanges;
import dev.hourbridge.migration.UndoScope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Questions that ask for consent. Each states the number of entries and hours to be written or deleted, and the target.
 *
 * <p>The numbers are from the recorded plan, which is carried out exactly as stated.
 */
public final class ConsentText {
    private static final Set<EntryState> ON_TARGET =
            Set.of(EntryState.CREATED, EntryState.RECOVERED, EntryState.VERIFIED);
    private static final Set<EntryState> UNKNOWN = Set.of(EntryState.INTENT, EntryState.IN_DOUBT);

    private ConsentText() {}

    /**
     * Returns the question before entries are created, updated and deleted; empty if the ledger has nothing to send.
     */
    public static Optional<String> toCreate(Report report) {
        Optional<PlannedChanges> changes = report.plan().map(MigrationPlan::changes);
        String updates = changes.map(each -> part(", update ", each.updates() + each.remapped())
                        + part(", delete ", each.deletions())
                        + part(", settle ", each.inDoubt()))
                .orElse("");
        return question(report, updates, "Create ", " on ", report.entriesToSend(), " that may have to be sent again");
    }

    /** Returns the question before entries are deleted; empty if nothing that the ledger created remains. */
    public static Optional<String> toUndo(Report report, UndoScope scope) {
        return question(
                report,
                "",
                "Delete ",
                " from ",
                use -> report.entries().forEach(entry -> {
                    if (ON_TARGET.contains(entry.state())
                            && !entry.adopted()
                            && scope.includes(entry.person(), entry.day())) {
                        use.accept(entry);
                    }
                }),
                " that will be deleted if found");
    }

    private static String part(String words, long rows) {
        return rows == 0 ? "" : words + rows + (rows == 1 ? " row" : " rows");
    }

    /**
     * Returns the question; empty if there is nothing to write or delete.
     *
     * @param more an additional part of the question, which begins with a comma and a blank
     * @param meant the entries to count
     * @param unknownToo the effect on entries in doubt, for the end of the part about them
     */
    private static Optional<String> question(
            Report report,
            String more,
            String subcommand,
            String preposition,
            Report.Walk<EntryReport> meant,
            String unknownToo) {
        long[] counts = new long[2];
        Duration[] sum = {Duration.ZERO};
        meant.forEach(entry -> {
            counts[0]++;
            sum[0] = sum[0].plus(entry.duration());
        });
        report.entries().forEach(entry -> counts[1] += UNKNOWN.contains(entry.state()) ? 1 : 0);
        if (counts[0] + counts[1] == 0 && more.isEmpty()) {
            return Optional.empty();
        }
        if (counts[0] + counts[1] == 0) {
            String first = more.substring(2);
            return Optional.of(Character.toUpperCase(first.charAt(0)) + first.substring(1) + preposition
                    + place(report.target()) + "?");
        }
        String doubts = counts[1] == 0 ? "" : ", and " + counts[1] + " in doubt" + unknownToo;
        return Optional.of(subcommand + Labels.entries(counts[0]) + " (" + Labels.hours(sum[0]) + " h)" + doubts + more
                + preposition + place(report.target()) + "?");
    }

    /** Returns {@code codebase:acme@api3.codebasehq.com} as {@code Codebase at api3.codebasehq.com, account acme}. */
    private static String place(String target) {
        String name = target.substring(target.indexOf(':') + 1);
        int at = name.lastIndexOf('@');
        String host = name.substring(at + 1).replaceFirst("/.*", "");
        String service = Labels.account(target).replaceFirst(" \\(.*", "");
        return TerminalText.line(service + " at " + host + ", account " + (at < 0 ? name : name.substring(0, at)));
    }
}
