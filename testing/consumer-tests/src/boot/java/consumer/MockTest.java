package consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code of the application that works on a {@link TimeTracker}, tested without a service. */
final class MockTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 10);

    @Test
    void addsTheHoursOfADay() {
        TimeEntry entry = TimeEntry.builder()
                .id(TimeEntryId.of(Account.of(Service.of("teamwork"), "acme"), "1"))
                .workTime(WorkTime.on(MONDAY, Duration.ofHours(2)))
                .build();
        TimeTracker tracker = mock();
        when(tracker.list(any())).thenReturn(Pager.of(List.of(entry)));

        assertThat(hours(tracker)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void reportsACreateInDoubt() {
        TimeTracker tracker = mock();
        when(tracker.create(any()))
                .thenThrow(new ConnectionException(
                        Failure.builder("POST").outcome(WriteOutcome.IN_DOUBT).build()));

        assertThat(log(tracker)).isEqualTo("IN_DOUBT");
    }

    private static Duration hours(TimeTracker tracker) {
        return tracker.list(TimeEntryQuery.between(MONDAY, MONDAY)).stream()
                .map(entry -> entry.workTime().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String log(TimeTracker tracker) {
        try {
            return tracker.create(NewTimeEntry.of(WorkTime.on(MONDAY, Duration.ofHours(1)))
                            .build())
                    .id();
        } catch (ConnectionException e) {
            return e.outcome().map(Enum::name).orElse("");
        }
    }
}
