package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.sqlite.PlanStaging;
import dev.hourbridge.migration.internal.sqlite.PlanStaging.Staged;
import dev.hourbridge.model.Capabilities;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Distributes the units that rounding down removed from each person, project and month to the entries with the largest
 * remainders. Entries sent under an earlier plan are included in the total but remain unchanged.
 */
final class SumPreserving {
    private final PlanStaging staging;
    private final Duration unit;
    private final Capabilities target;

    /**
     * Creates a distribution.
     *
     * @param unit the smallest duration that the target stores
     */
    SumPreserving(PlanStaging staging, Duration unit, Capabilities target) {
        this.staging = staging;
        this.unit = unit;
        this.target = target;
    }

    /** Distributes the units of all staged groups. */
    void distribute() {
        staging.monthGroups().forEach(group -> distribute(staging.lostOfRetained(group), staging.entries(group)));
    }

    private void distribute(Duration lostOfRetained, List<Staged> entries) {
        Duration lost = entries.stream().map(SumPreserving::lost).reduce(lostOfRetained, Duration::plus);
        long units = Math.floorDiv(2 * lost.toSeconds() + unit.toSeconds(), 2 * unit.toSeconds());
        staging.replace(entries.stream()
                .filter(each -> !lost(each).isZero())
                .sorted(Comparator.comparing(SumPreserving::lost).reversed().thenComparingLong(Staged::seq))
                .limit(Math.max(0, units))
                .map(each -> new Staged(
                        each.seq(), each.content().withDuration(planned(each).plus(unit), target)))
                .toList());
    }

    private static Duration planned(Staged entry) {
        return entry.content().create().workTime().duration();
    }

    private static Duration lost(Staged entry) {
        return entry.content().source().duration().minus(planned(entry));
    }
}
