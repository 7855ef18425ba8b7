package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Rounding;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Colleagues go on logging at the source; each plan rounds what is new so that the month's sum is kept. */
class SumPreservingReplanTest {
    private static final int PLANS = 40;
    private static final Duration WORK = Duration.ofSeconds(30 * 60 + 30);

    @TempDir
    Path directory;

    /** TeamPulse takes seconds, so that nothing is rounded there. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TEAMPULSE")
    void countsWhatWasSentBefore(Profiles target) {
        Scene scene = new Scene(Profiles.TEAMPULSE, target, directory);
        scene.policy =
                scene.policy.toBuilder().rounding(Rounding.sumPreserving()).build();
        LocalDate day = Age.HISTORICAL.firstDay;
        for (int number = 1; number <= PLANS; number++) {
            TimeEntry entry = Rows.entry(scene.source, 2 * number, day.plusDays(number % 20), 30, "work " + number);
            scene.source.put(entry.toBuilder()
                    .workTime(WorkTime.on(entry.workTime().localDate(), WORK))
                    .build());
            scene.planned();
            assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);

            assertThat(sum(scene))
                    .as("after %s plans", number)
                    .isCloseTo(WORK.multipliedBy(number), Duration.ofSeconds(59));
        }
        assertThat(sum(scene)).isEqualTo(Duration.ofMinutes(1220));
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    private static Duration sum(Scene scene) {
        return scene.target.entries().stream()
                .map(row -> row.workTime().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
