package dev.hourbridge.resilience.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Durations to each service and back. */
final class DurationsTest {
    private static final long SEED = 3_600;
    private static final int TIMES = Boolean.getBoolean("hourbridge.full") ? 20_000 : 80;

    @Test
    void aDurationOfTheServicesUnitComesBackAsItWent() {
        for (Service service : Service.values()) {
            Random random = new Random(SEED);
            try (Simulated at = Simulated.of(service)) {
                WorkTime kind = service.newEntry(at.tracker()).workTime();
                Duration unit = at.tracker().capabilities().durationUnit();
                TimeEntryId id = at.tracker().create(service.newEntry(at.tracker()));
                for (int i = 0; i < TIMES; i++) {
                    Duration duration = unit.multipliedBy(
                            random.nextInt((int) Duration.ofHours(24).dividedBy(unit)) + 1);
                    WorkTime time = kind instanceof WorkTime.Interval interval
                            ? WorkTime.from(interval.start(), duration)
                            : WorkTime.on(LocalDate.of(2024, 6, 12), duration);
                    at.tracker()
                            .update(id, TimeEntryUpdate.builder().workTime(time).build());
                    assertThat(at.tracker().get(id).workTime().duration())
                            .as("%s, seed %s, time %s", service, SEED, i)
                            .isEqualTo(duration);
                }
            }
        }
        Evidence.of(Area.PROPERTIES, "Durations there and back")
                .tried("minutes to hours and minutes, to minutes, and seconds to decimal hours, up to a day, seed "
                        + SEED)
                .result("the same duration")
                .count((long) TIMES * Service.values().length);
    }
}
