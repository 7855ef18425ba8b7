package dev.hourbridge.migration.concurrent;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.CanaryDifference;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.PossibleDuplicate;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.UnrelatedRow;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.TimeEntryId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids that the reports of a migration have named: what a reader of all of them can know of. */
final class Findings {
    private static final Pattern ID = Pattern.compile("\\b[0-9]{4,}\\b");

    private final Set<String> named = new HashSet<>();

    ApplyReport of(ApplyReport report) {
        report.problem().ifPresent(this::text);
        report.possibleDuplicates().forEach(this::duplicate);
        report.canary().ifPresent(this::canary);
        report.conflicts().forEach(this::canary);
        return report;
    }

    private void canary(CanaryDifference canary) {
        named.add(canary.sourceId());
        named.add(canary.targetId());
    }

    VerifyReport of(VerifyReport report) {
        report.problem().ifPresent(this::text);
        report.possibleDuplicates().forEach(this::duplicate);
        return report;
    }

    UndoReport of(UndoReport report) {
        report.problem().ifPresent(this::text);
        report.retained().forEach(row -> {
            named.add(row.sourceId());
            row.targetId().ifPresent(named::add);
        });
        return report;
    }

    /** A row that is not the plan's. */
    void of(UnrelatedRow row) {
        if (row.verdict() != Verdict.UNRELATED) {
            named.add(row.targetId());
            row.likeSourceId().ifPresent(named::add);
        }
    }

    /** Names the entries that are not as planned, and what the reasons name. */
    void entries(List<EntryReport> entries) {
        for (EntryReport entry : entries) {
            entry.reason().ifPresent(this::text);
            named.addAll(entry.candidates());
            if (isOpen(entry) || entry.verdict().filter(Findings::isFinding).isPresent()) {
                named.add(entry.sourceId());
                entry.targetId().ifPresent(named::add);
            }
        }
    }

    private static boolean isOpen(EntryReport entry) {
        return entry.state() == EntryState.IN_DOUBT
                || entry.state() == EntryState.REJECTED
                || entry.state() == EntryState.INTENT
                || entry.state() == EntryState.PLANNED;
    }

    private static boolean isFinding(Verdict verdict) {
        return verdict != Verdict.SAME && verdict != Verdict.SAME_WITH_LOSS;
    }

    private void duplicate(PossibleDuplicate duplicate) {
        named.add(duplicate.targetId());
        named.add(duplicate.sourceId());
        duplicate.twinId().ifPresent(named::add);
    }

    private void text(String text) {
        for (Matcher ids = ID.matcher(text); ids.find(); ) {
            named.add(ids.group());
        }
    }

    /** Forgets what was named: only later reports count. */
    void clear() {
        named.clear();
    }

    /** Whether some report named this id. */
    boolean name(String id) {
        return named.contains(id);
    }

    boolean name(TimeEntryId id) {
        return name(id.id());
    }

    /** All ids that were named. */
    Set<String> all() {
        return Set.copyOf(named);
    }
}
