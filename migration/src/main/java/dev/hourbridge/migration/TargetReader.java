package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.FieldDifferences;
import dev.hourbridge.model.Capabilities.StartForm;
import dev.hourbridge.model.Capabilities.TotalKind;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one person's rows for verify, and writes down what each of them is. Inside a transaction. */
final class TargetReader {
    private final MigrationContext run;
    private final Ledger ledger;
    private final LocalDate first;
    private final LocalDate last;

    private long seen;
    private Duration listed = Duration.ZERO;
    private boolean startsNearEnds;

    TargetReader(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
        this.first = run.firstTargetDay();
        this.last = run.lastTargetDay();
    }

    TotalCheck read(String person) {
        listed = Duration.ZERO;
        startsNearEnds = false;
        boolean baselined = ledger.rows().isBaselined(person);
        // A day more on both sides, to know whether a sum with an offset of its own could differ.
        run.eachRow(person, first.minusDays(1), last.plusDays(1), (row, identity) -> {
            run.report(Progress.Phase.VERIFYING, ++seen, OptionalLong.empty());
            sum(identity);
            judge(row, identity, person, baselined);
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

    private void judge(TimeEntry row, EntryIdentity identity, String person, boolean baselined) {
        String id = row.id().id();
        Optional<PlannedEntry> own = ledger.entries().byTarget(id);
        if (own.isPresent()) {
            judgeOwn(own.get(), row, identity);
            return;
        }
        @Nullable Long twin = ledger.rows().surplusOf(id).orElse(null);
        Verdict verdict = twin == null ? Verdict.UNRELATED : Verdict.POSSIBLE_DUPLICATE;
        if (twin == null && baselined && !ledger.rows().isBaseline(id)) {
            var target = run.targets().capabilities();
            // A double that the target changed is still alike.
            twin = ledger.database()
                    .first(
                            "SELECT seq FROM entry WHERE fingerprint = ? OR (likeness = ? AND doubted = 1)"
                                    + " ORDER BY fingerprint = ? DESC, seq LIMIT 1",
                            result -> result.getLong(1),
                            identity.fingerprint(target),
                            identity.looseFingerprint(target),
                            identity.fingerprint(target))
                    .orElse(null);
            verdict = twin == null ? Verdict.UNRELATED : Verdict.POSSIBLE_DUPLICATE;
        }
        if (verdict == Verdict.POSSIBLE_DUPLICATE || isInPlannedBucket(person, identity.day())) {
            ledger.rows().addOther(id, verdict, person, identity.day(), identity.seconds(), twin);
        }
    }

    private boolean isInPlannedBucket(String person, LocalDate day) {
        return ledger.database()
                        .queryLong(
                                "SELECT EXISTS (SELECT 1 FROM entry WHERE person = ? AND day = ?)",
                                person,
                                day.toString())
                > 0;
    }

    private void judgeOwn(PlannedEntry entry, TimeEntry row, EntryIdentity identity) {
        if (entry.state() == EntryState.UNDONE) {
            ledger.rows()
                    .addOther(
                            row.id().id(),
                            Verdict.EXTRA,
                            entry.person(),
                            identity.day(),
                            identity.seconds(),
                            entry.seq());
            return;
        }
        boolean adopted =
                ledger.database().queryLong("SELECT held = 'ADOPTED' FROM entry WHERE seq = ?", entry.seq()) > 0;
        EntryIdentity wanted = adopted ? entry.identity().withoutTrailer().withoutMarker() : entry.identity();
        EntryIdentity found = adopted ? identity.withoutTrailer().withoutMarker() : identity;
        Set<EntryField> differences = wanted.differences(found, run.targets().capabilities());
        Verdict verdict =
                !differences.isEmpty() ? Verdict.DIFFERENT : entry.lossy() ? Verdict.SAME_WITH_LOSS : Verdict.SAME;
        ledger.database()
                .update(
                        "UPDATE entry SET verdict = ?, differs = ?, found = ?, seen_seconds = ?, seen_person = ?,"
                                + " seen_project = ?, seen_task = ?, seen_day = ?, seen_digest = CASE WHEN ? THEN ?"
                                + " ELSE seen_digest END, state = CASE WHEN ?"
                                + " THEN 'VERIFIED' ELSE held END WHERE seq = ?",
                        verdict.name(),
                        String.join(
                                ",", differences.stream().map(EntryField::name).toList()),
                        FieldDifferences.toText(FieldDifferences.of(differences, wanted, found)),
                        identity.seconds(),
                        identity.person().isEmpty() ? entry.person() : identity.person(),
                        identity.project(),
                        identity.task(),
                        identity.day().toString(),
                        differences.isEmpty(),
                        EntryWriter.sourceDigest(row),
                        differences.isEmpty(),
                        entry.seq());
    }

    private TotalCheck totalCheck(String person) {
        var target = run.targets().capabilities();
        if (target.total() == TotalKind.NONE) {
            return TotalCheck.of(person, listed, Optional.empty(), Optional.of("the target has no sum of its own"));
        }
        Optional<String> notComparable = Optional.empty();
        if (target.total() == TotalKind.BY_FIXED_OFFSET && target.startForm() != StartForm.NONE && startsNearEnds) {
            notComparable = Optional.of("the target's sum cuts days at one offset, and there are rows near the ends");
        }
        try {
            Optional<Duration> own =
                    run.targets().of(person).total(run.targets().rowsOf(person, first, last));
            if (own.isEmpty()) {
                notComparable = Optional.of("the target has no sum for this");
            }
            return TotalCheck.of(person, listed, own, notComparable);
        } catch (HourbridgeException e) {
            if (StepAbortedException.because(e).outcome() == Outcome.INTERRUPTED) {
                throw e;
            }
            return TotalCheck.of(person, listed, Optional.empty(), Optional.of("the target's sum could not be read"));
        }
    }
}
