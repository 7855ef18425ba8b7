package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a ledger.
 *
 * <p>The advice is the next command to run.
 */
public final class LedgerStatus {
    private static final Set<EntryState> TO_DO = Set.of(EntryState.PLANNED, EntryState.INTENT, EntryState.IN_DOUBT);

    private static final Set<EntryState> SETTLED =
            Set.of(EntryState.VERIFIED, EntryState.REJECTED, EntryState.UNDONE, EntryState.DELETED);

    private final Report report;
    private final Map<EntryState, Sum> sums = new EnumMap<>(EntryState.class);

    private record Sum(long entries, Duration time) {
        /** Returns the sum of this and another. */
        Sum and(Sum other) {
            return new Sum(entries + other.entries, time.plus(other.time));
        }
    }

    /** Creates the status from a report with the ledger's plan and entries. */
    public LedgerStatus(Report report) {
        this.report = report;
        report.entries().forEach(entry -> sums.merge(entry.state(), new Sum(1, entry.duration()), Sum::and));
    }

    /** Returns the status as text. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Ledger " + TerminalText.line(report.ledger()) + ": " + Labels.account(report.source()) + " to "
                + Labels.account(report.target()) + ", " + report.firstDay() + " to " + report.lastDay());
        report.plan().ifPresent(plan -> {
            lines.add("Plan " + plan.digest() + ": " + Labels.entries(plan.entries()) + ", "
                    + Labels.hours(plan.plannedDuration()) + " h");
            if (plan.incompleteEntries() > 0) {
                lines.add(line(plan.incompleteEntries(), "incomplete: a decision is needed"));
            }
        });
        report.plan().ifPresent(plan -> lines.addAll(ChangesText.of(plan.changes())));
        sums.forEach((state, sum) ->
                lines.add(line(sum.entries(), Labels.label(state) + ", " + Labels.hours(sum.time()) + " h")));
        lines.add(explained(next()));
        return lines;
    }

    private static String line(long count, String words) {
        return String.format(Locale.ROOT, "  %7d  %s", count, words);
    }

    /** Returns the status as a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ledger", report.ledger());
        object.put("source", report.source());
        object.put("target", report.target());
        object.put("firstDay", report.firstDay().toString());
        object.put("lastDay", report.lastDay().toString());
        report.plan().ifPresent(plan -> {
            object.put("digest", plan.digest());
            object.put("entries", plan.entries());
            object.put("incompleteEntries", plan.incompleteEntries());
            object.put("plannedSeconds", plan.plannedDuration().toSeconds());
        });
        Map<String, Object> states = new LinkedHashMap<>();
        sums.forEach((state, sum) -> states.put(
                Labels.of(state),
                Map.of("entries", sum.entries(), "seconds", sum.time().toSeconds())));
        object.put("states", states);
        next().ifPresent(next -> object.put("next", next));
        return object;
    }

    /** Returns the command to run next; empty if there is none. */
    private Optional<String> next() {
        Optional<MigrationPlan> plan = report.plan();
        if (plan.isEmpty() || plan.get().outcome() == Outcome.NEEDS_INPUT) {
            return Optional.of("plan");
        }
        if (isClosed()) {
            return Optional.empty();
        }
        if (!plan.get().changes().isNothingToSend() || sums.keySet().stream().anyMatch(TO_DO::contains)) {
            return Optional.of("apply");
        }
        boolean isVerified = SETTLED.containsAll(sums.keySet());
        return isVerified ? Optional.empty() : Optional.of("verify");
    }

    private boolean isClosed() {
        return report.plan().filter(MigrationPlan::isClosed).isPresent();
    }

    /** Returns the advice as a sentence. */
    private String explained(Optional<String> next) {
        return next.map(command -> "Next: hourbridge " + command)
                .orElse(
                        isClosed()
                                ? "The entries of this ledger were undone. Use a new ledger file to move the "
                                        + "entries again."
                                : "Nothing remains to do.");
    }
}
