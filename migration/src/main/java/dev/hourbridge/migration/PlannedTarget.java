package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.migration.internal.sqlite.PlanStaging;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the target for a plan: rows that equal entries to be sent, and ids that the target does not have. */
final class PlannedTarget {
    private static final int MAX_SAMPLES = 3;

    private final MigrationContext run;
    private final Ledger ledger;
    private final PlanStaging staging;
    private final TargetIds ids;
    private final List<String> samples = new ArrayList<>();
    private long equalRows;
    private long seen;

    PlannedTarget(MigrationContext run, Ledger ledger, PlanStaging staging) {
        this.run = run;
        this.ledger = ledger;
        this.staging = staging;
        this.ids = new TargetIds(run, staging);
    }

    void read() {
        List<String> people = staging.peopleToSendFor();
        List<String> barred = run.targets().withoutCredential(people);
        for (String person : people) {
            if (!barred.contains(person)) {
                read(person);
            }
        }
        ids.ask();
    }

    private void read(String person) {
        run.eachRow(person, run.firstTargetDay(), run.lastTargetDay(), (row, identity) -> {
            run.report(Progress.Phase.READING_TARGET, ++seen, OptionalLong.empty());
            ids.see(identity);
            String id = row.id().id();
            boolean isPlain = !run.isMarked(identity);
            String fingerprint = (isPlain ? identity.withoutTrailer() : identity)
                    .fingerprint(run.targets().capabilities());
            if (staging.hasEqual(fingerprint, isPlain) && !ledger.rows().isOwnOrDuplicate(id)) {
                equalRows++;
                if (samples.size() < MAX_SAMPLES) {
                    samples.add(id);
                }
            }
        });
    }

    long equalRows() {
        return equalRows;
    }

    List<String> samples() {
        return samples;
    }

    List<UnknownId> unknownIds() {
        return ids.unknown();
    }

    List<String> unseenPeople() {
        return ids.unseenPeople();
    }
}
