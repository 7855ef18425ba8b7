package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.context.StepAbortedException;
import dev.hourbridge.migration.internal.entry.CanaryState;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.LedgerWriteHook;
import dev.hourbridge.migration.internal.target.ChangeStamps;
import dev.hourbridge.migration.internal.target.CreationStamps;
import dev.hourbridge.migration.internal.target.DayRange;
import dev.hourbridge.migration.internal.target.ListedDays;
import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads canaries back and compares them with what was sent. It uses the same list that resolves entries in doubt. One
 * list of the days of several canaries reads all of them.
 */
final class CanaryCheck {
    private final MigrationContext run;
    private final Ledger ledger;
    private final CreationStamps stamps;
    private final List<CanaryDifference> conflicts = new ArrayList<>();
    private @Nullable CanaryDifference difference;

    private record Comparison(TimeEntry row, List<FieldDifference> differences) {
        boolean isSame() {
            return differences.isEmpty();
        }
    }

    /** Creates the check for one apply. */
    CanaryCheck(MigrationContext run, Ledger ledger, CreationStamps stamps) {
        this.run = run;
        this.ledger = ledger;
        this.stamps = stamps;
    }

    /** Returns the first canary that differs from what was sent. */
    Optional<CanaryDifference> difference() {
        return Optional.ofNullable(difference);
    }

    /** Returns the rows that another user changed before they were compared. */
    List<CanaryDifference> conflicts() {
        return List.copyOf(conflicts);
    }

    /**
     * Compares the canaries of earlier processes. If another user has changed a row since then, there is a conflict:
     * the row is skipped, and other canaries show how the target behaves.
     */
    void compareEarlier() {
        Map<Boolean, List<PlannedEntry>> byDifference = ledger.canaries().unconfirmed().stream()
                .collect(Collectors.partitioningBy(entry -> entry.progress().canaryDigest() != null));
        compare(byDifference.getOrDefault(true, List.of()));
        List<PlannedEntry> entries = byDifference.getOrDefault(false, List.of());
        Map<Long, Comparison> found = read(entries);
        Set<Long> confirmed = confirmed(found);
        mark(entries, confirmed, CanaryState.CONFIRMED);
        addConflicts(
                entries.stream()
                        .filter(entry -> !confirmed.contains(entry.seq()))
                        .toList(),
                found);
    }

    /**
     * Compares canaries that were just sent.
     *
     * @return the numbers of the canaries that are unchanged, which are all except those that another user changed
     * @throws StepAbortedException if a canary differs from what was sent or is not listed
     */
    Set<Long> compare(List<PlannedEntry> entries) {
        Map<Long, Comparison> found = read(entries);
        List<PlannedEntry> missing = entries.stream()
                .filter(entry -> !found.containsKey(entry.seq()))
                .toList();
        if (!missing.isEmpty()) {
            // It may take the list a while to show what is new.
            run.sleep(run.policy().settle());
            found.putAll(read(missing));
        }
        Set<Long> confirmed = confirmed(found);
        mark(entries, confirmed, CanaryState.CONFIRMED);
        Map<Boolean, List<PlannedEntry>> others = entries.stream()
                .filter(entry -> !confirmed.contains(entry.seq()))
                .collect(Collectors.partitioningBy(entry -> found.containsKey(entry.seq()) && isChanged(found, entry)));
        addConflicts(others.getOrDefault(true, List.of()), found);
        List<PlannedEntry> different = others.getOrDefault(false, List.of());
        if (!different.isEmpty()) {
            noteDigests(different, found);
            throw different(different, found);
        }
        return confirmed;
    }

    private static boolean isChanged(Map<Long, Comparison> found, PlannedEntry entry) {
        return ChangeStamps.showChange(
                Objects.requireNonNull(found.get(entry.seq())).row());
    }

    private static Set<Long> confirmed(Map<Long, Comparison> found) {
        Set<Long> confirmed = new HashSet<>();
        found.forEach((seq, comparison) -> {
            if (comparison.isSame()) {
                confirmed.add(seq);
            }
        });
        return confirmed;
    }

    private void mark(List<PlannedEntry> entries, Set<Long> seqs, CanaryState state) {
        List<PlannedEntry> marked =
                entries.stream().filter(entry -> seqs.contains(entry.seq())).toList();
        if (!marked.isEmpty()) {
            ledger.write(
                    LedgerWriteHook.Write.DOUBTS,
                    tx -> marked.forEach(entry -> tx.entries().markCanary(entry.seq(), state)));
        }
    }

    private void addConflicts(List<PlannedEntry> entries, Map<Long, Comparison> found) {
        mark(entries, entries.stream().map(PlannedEntry::seq).collect(Collectors.toSet()), CanaryState.CONFLICT);
        entries.forEach(entry -> conflicts.add(difference(entry, found)));
    }

    private static CanaryDifference difference(PlannedEntry entry, Map<Long, Comparison> found) {
        return CanaryDifference.of(
                entry.sourceId(),
                Objects.requireNonNull(entry.targetId()),
                Optional.ofNullable(found.get(entry.seq()))
                        .map(Comparison::differences)
                        .orElse(List.of()));
    }

    /** Notes what the target stored: undo compares it to see whether another user changed the row since. */
    private void noteDigests(List<PlannedEntry> different, Map<Long, Comparison> found) {
        Map<Long, String> digests = new HashMap<>();
        different.forEach(entry -> Optional.ofNullable(found.get(entry.seq()))
                .ifPresent(each -> digests.put(entry.seq(), EntryDigest.of(each.row()))));
        if (!digests.isEmpty()) {
            ledger.write(LedgerWriteHook.Write.DOUBTS, tx -> digests.forEach(tx.entries()::noteCanaryDigest));
        }
    }

    private StepAbortedException different(List<PlannedEntry> different, Map<Long, Comparison> found) {
        CanaryDifference first = difference(different.get(0), found);
        difference = first;
        String fields = first.differences().stream()
                .map(each -> each.field().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        int others = different.size() - 1;
        return new StepAbortedException(
                Outcome.NEEDS_INPUT,
                (first.differences().isEmpty()
                                ? "An entry that was created is not in the target's list."
                                : "An entry on the target has a different " + fields + " than was sent.")
                        + (others == 0
                                ? ""
                                : " " + others + " of the entries sent at the same time also " + "failed the check."));
    }

    /** Reads the rows of entries, by the entry's number; those that are not listed are missing. */
    private Map<Long, Comparison> read(Collection<PlannedEntry> entries) {
        Map<String, PlannedEntry> byRow = entries.stream()
                .collect(Collectors.toMap(entry -> Objects.requireNonNull(entry.targetId()), entry -> entry));
        Map<Long, Comparison> found = new HashMap<>();
        for (DayRange range : ListedDays.around(
                ledger, entries.stream().map(PlannedEntry::day).toList())) {
            run.eachRow(range.first(), range.last(), (row, identity) -> {
                PlannedEntry entry = byRow.get(row.id().id());
                if (entry != null) {
                    stamps.learn(row);
                    List<FieldDifference> differences = FieldDifferences.of(
                            entry.identity().differences(identity, run.targets().capabilities()),
                            entry.identity(),
                            identity);
                    found.put(entry.seq(), new Comparison(row, differences));
                }
            });
        }
        return found;
    }
}
