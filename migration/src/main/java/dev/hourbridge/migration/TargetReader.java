package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.entry.Pages;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.StoredChange;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging.SeenEntry;
import dev.hourbridge.migration.internal.sqlite.VerifyStaging.SeenRow;
import dev.hourbridge.migration.internal.target.OwnRows;
import dev.hourbridge.migration.internal.target.TargetSnapshot;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one person's rows for verify, and stages the result for each row. */
final class TargetReader {
    private final MigrationContext run;
    private final Ledger ledger;
    private final VerifyStaging staging;
    private final OwnRows rows;
    private final LocalDate first;
    private final LocalDate last;

    private long seen;
    private Duration listed = Duration.ZERO;
    private boolean startsNearEnds;

    /** Creates a reader for one verify. */
    TargetReader(MigrationContext run, Ledger ledger, VerifyStaging staging) {
        this.run = run;
        this.ledger = ledger;
        this.staging = staging;
        this.rows = new OwnRows(run, ledger);
        this.first = run.firstTargetDay();
        this.last = run.lastTargetDay();
    }

    /**
     * Reads the rows of a person. If the target's own total differs, reads them again, because another user may have
     * changed a row.
     */
    TotalCheck read(String person) {
        long before = seen;
        TotalCheck check = readOnce(person);
        for (int again = 0; again < TotalCheck.MAX_REREADS && check.disagrees(); again++) {
            seen = before;
            staging.forget(person);
            check = readOnce(person);
        }
        return check;
    }

    private TotalCheck readOnce(String person) {
        listed = Duration.ZERO;
        startsNearEnds = false;
        // A day more on both sides, to know whether a sum with an offset of its own could differ.
        run.eachRow(person, first.minusDays(1), last.plusDays(1), (row, identity) -> {
            run.report(Progress.Phase.VERIFYING, ++seen, OptionalLong.empty());
            sum(identity);
            judge(row, identity, person);
        });
        return totalCheck(person);
    }

    private void sum(EntryIdentity identity) {
        LocalDate day = identity.day();
        if (!day.isBefore(first) && !day.isAfter(last)) {
            listed = listed.plusSeconds(identity.seconds());
        }
        startsNearEnds |= identity.start() != null && (!day.isAfter(first) || !day.isBefore(last));
    }

    private void judge(TimeEntry row, EntryIdentity identity, String person) {
        String id = row.id().id();
        Optional<PlannedEntry> own = ledger.entries().byTargetId(id);
        if (own.isPresent()) {
            judgeOwn(own.get(), row, identity);
            return;
        }
        Optional<Long> twin = ledger.rows().duplicateOf(id);
        if (twin.isEmpty() && !TargetSnapshot.isUnrelated(ledger, row)) {
            // A row without a trailer may be a copy of one that was adopted, which has none either.
            boolean isPlain = !run.isMarked(identity);
            twin = ledger.fingerprints()
                    .equalTo(
                            (isPlain ? identity.withoutTrailer() : identity)
                                    .fingerprint(run.targets().capabilities()),
                            isPlain,
                            ledger.rows().firstListingOf(id).orElse(Long.MAX_VALUE));
        }
        if (twin.isPresent() || ledger.counts().hasBucket(person, identity.day())) {
            Verdict verdict = twin.isPresent() ? Verdict.POSSIBLE_DUPLICATE : Verdict.UNRELATED;
            staging.add(new SeenRow(id, verdict, person, identity.day(), identity.seconds(), twin.orElse(null)));
        }
    }

    private void judgeOwn(PlannedEntry entry, TimeEntry row, EntryIdentity identity) {
        Optional<StoredChange> change = ledger.changes().of(entry.seq());
        if (entry.state() == EntryState.UNDONE
                || entry.state() == EntryState.DELETED
                || change.filter(TargetReader::isToDelete).isPresent()) {
            staging.add(new SeenRow(
                    row.id().id(), Verdict.EXTRA, entry.person(), identity.day(), identity.seconds(), entry.seq()));
            return;
        }
        PlannedContent wanted = change.filter(each -> !each.isDeletion())
                .map(StoredChange::content)
                .orElse(entry.content());
        boolean isRetained =
                ledger.changes().isToRetain(entry.sourceId(), wanted.source().digest());
        List<FieldDifference> differences = isRetained ? List.of() : rows.differencesTo(entry, wanted, row);
        Verdict asPlanned = wanted.isLossy() || isRetained ? Verdict.SAME_WITH_LOSS : Verdict.SAME;
        staging.add(new SeenEntry(
                entry.seq(),
                differences.isEmpty() ? asPlanned : Verdict.DIFFERENT,
                differences,
                identity.person().isEmpty() ? entry.person() : identity.person(),
                identity,
                EntryDigest.of(row)));
    }

    private static boolean isToDelete(StoredChange change) {
        return change.isDeletion()
                && change.state() != ChangeState.REPORTED
                && change.state() != ChangeState.NOT_VISIBLE
                && change.state() != ChangeState.RETAINED;
    }

    /** Reads by id the rows of entries outside the listed days. No total includes them. */
    void readOutside() {
        LocalDate from = first.minusDays(1);
        LocalDate to = last.plusDays(1);
        Pages.forEach(after -> ledger.entries().rowsOutside(from, to, after), PlannedEntry::seq, entry -> {
            run.report(Progress.Phase.VERIFYING, ++seen, OptionalLong.empty());
            rows.read(entry).ifPresent(row -> judgeOwn(entry, row, EntryIdentity.listed(row)));
        });
    }

    private TotalCheck totalCheck(String person) {
        var target = run.targets().capabilities();
        if (target.total() == TotalKind.NONE) {
            return TotalCheck.of(person, listed, Optional.empty(), Optional.of("the target reports no total"));
        }
        TimeEntryQuery query = run.targets().rowsOf(person, first, last);
        TotalCheck check = TotalCheck.read(run.targets().of(person), "the target", query, person, listed);
        boolean isCutElsewhere =
                target.total() == TotalKind.BY_FIXED_OFFSET && target.startForm() != StartForm.NONE && startsNearEnds;
        return isCutElsewhere && check.own().isPresent()
                ? TotalCheck.of(
                        person,
                        listed,
                        check.own(),
                        Optional.of("the target's total uses days at a fixed offset, and there are rows near the "
                                + "ends of the range"))
                : check;
    }
}
