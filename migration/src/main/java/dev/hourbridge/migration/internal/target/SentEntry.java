package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.Attempt;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.mapping.CandidateRule;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry that was sent or may have been sent, with its attempts. The marker of the attempt counts, not the marker
 * that the policy currently specifies.
 *
 * @param entry the entry
 * @param contents every content that was sent, with that of the plan first
 * @param isTagged whether each create had the tag of the migration
 * @param attemptDays the days on which it was sent, in the target's zone
 * @param targetTimes the times at which it was sent, in the target's time; empty if unknown
 */
public record SentEntry(
        PlannedEntry entry,
        List<EntryIdentity> contents,
        boolean isTagged,
        Set<LocalDate> attemptDays,
        Optional<TargetTimes> targetTimes) {

    private static final int GROUP_SIZE = 256;

    /** Returns an entry with its attempts, as recorded in the ledger. */
    public static SentEntry of(MigrationContext run, Ledger ledger, PlannedEntry entry) {
        List<Attempt> attempts = ledger.attempts().of(entry);
        ZoneId zone = run.targets().capabilities().zone().orElse(ZoneOffset.UTC);
        Set<LocalDate> days = attempts.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.startedAt()), each.endedAt().stream()))
                .map(instant -> instant.atZone(zone).toLocalDate())
                .collect(Collectors.toSet());
        // A ledger of an earlier version does not contain its attempts.
        boolean isTagged = attempts.isEmpty()
                ? run.policy().marker() == Marker.TAG
                : attempts.stream().allMatch(each -> each.marker() == Marker.TAG);
        return new SentEntry(
                entry,
                contents(ledger, entry),
                isTagged && run.areTagsReliable(),
                days.isEmpty() ? Set.of(run.now().atZone(zone).toLocalDate()) : days,
                TargetTimes.of(attempts, run.policy().requestTimeout()));
    }

    /** Returns entries with their attempts. */
    public static List<SentEntry> of(MigrationContext run, Ledger ledger, List<PlannedEntry> entries) {
        return entries.stream().map(entry -> of(run, ledger, entry)).toList();
    }

    /**
     * Returns all contents that a row of this entry may have: the planned content, and the content sent under earlier
     * plans.
     */
    private static List<EntryIdentity> contents(Ledger ledger, PlannedEntry entry) {
        return Stream.concat(
                        Stream.of(entry.identity()),
                        ledger.entries().formerContents(entry).stream()
                                .map(each -> EntryIdentity.planned(each.create(), each.person())))
                .toList();
    }

    /** Splits entries into groups, which limits the number of rows held for each group. */
    public static List<List<SentEntry>> groups(List<SentEntry> entries) {
        List<List<SentEntry>> groups = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += GROUP_SIZE) {
            groups.add(entries.subList(from, Math.min(entries.size(), from + GROUP_SIZE)));
        }
        return groups;
    }

    /** Returns the ranges in which rows may be one of the entries. */
    public static List<DayRange> ranges(List<SentEntry> entries) {
        return DayRange.around(entries.stream()
                .flatMap(each ->
                        Stream.concat(each.contents().stream().map(EntryIdentity::day), each.attemptDays().stream()))
                .toList());
    }

    /** Returns this object with the current state of the entry. */
    public SentEntry withEntry(PlannedEntry current) {
        return new SentEntry(current, contents, isTagged, attemptDays, targetTimes);
    }

    /** Returns the number of the entry in the ledger. */
    public long seq() {
        return entry.seq();
    }

    /** Returns the day of the first attempt. */
    LocalDate firstAttempt() {
        return attemptDays.stream().min(LocalDate::compareTo).orElseThrow();
    }

    /** Returns why another row may be this entry: its outcome was unknown, or it was sent again. */
    CandidateRule.Reason reason() {
        return entry.progress().wasInDoubt() ? CandidateRule.Reason.IN_DOUBT : CandidateRule.Reason.SENT_AGAIN;
    }
}
