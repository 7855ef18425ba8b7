package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rounding that preserves sums on later runs: what was sent keeps its duration. */
class CutoverRoundingTest extends CutoverCase {
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30 * 60 + 30);

    @Test
    void onlyNewAndChangedEntriesTakeTheRemainderOfSumPreservingRounding() {
        halfMinutes(Rounding.nearest());
        assertThat(minutes()).containsExactly(31L, 31L, 31L, 31L);

        rounding(Rounding.sumPreserving());
        assertNothingIsSent();
        assertThat(minutes()).containsExactly(31L, 31L, 31L, 31L);

        world.from.add(halfMinute(5));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(minutes()).as("152:30 at the source").containsExactly(31L, 31L, 31L, 31L, 30L);

        edit(1, entry -> entry.workTime(WorkTime.on(DAY, HALF_MINUTE.minusMinutes(10))));
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(minutes()).as("142:30 at the source").containsExactly(20L, 31L, 31L, 31L, 30L);
    }

    @Test
    void anotherRoundingThanSumPreservingStopsForTheRowsThatItWouldChange() {
        halfMinutes(Rounding.sumPreserving());
        assertThat(minutes()).containsExactlyInAnyOrder(30L, 30L, 31L, 31L);

        rounding(Rounding.nearest());
        try (Migration migration = world.migration()) {
            MigrationPlan plan = migration.plan();
            assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
            assertThat(plan.changes().remapped()).isEqualTo(2);
        }
        assertThat(world.target.updates).hasValue(0);
    }

    /** Four entries of 30 minutes and a half, sent to a service that stores minutes. */
    private void halfMinutes(Rounding rounding) {
        startAgain(Profiles.TEAMPULSE, Profiles.CODEBASE);
        rounding(rounding);
        for (int number = 1; number <= 4; number++) {
            world.from.add(halfMinute(number));
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
    }

    private TimeEntry halfMinute(int number) {
        return world.entry(number, DAY, 30, "work " + number).toBuilder()
                .workTime(WorkTime.on(DAY, HALF_MINUTE))
                .build();
    }

    private void rounding(Rounding rounding) {
        world.policy = world.policy.toBuilder().rounding(rounding).build();
    }

    private List<Long> minutes() {
        return world.from.rows().stream()
                .map(entry -> row(entry.id().id()).workTime().duration().toMinutes())
                .toList();
    }
}
