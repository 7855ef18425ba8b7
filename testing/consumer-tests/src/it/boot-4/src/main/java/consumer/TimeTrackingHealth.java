package consumer;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

@Component
record TimeTrackingHealth(List<TimeTracker> trackers) implements HealthIndicator {
    @Override
    public Health health() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (TimeTracker tracker : trackers) {
            try (var entries =
                    tracker.list(TimeEntryQuery.between(today, today)).iterator()) {
                entries.hasNext(); // sends the request, which tests the credentials
            } catch (HourbridgeException e) {
                return Health.down(e).build();
            }
        }
        return Health.up().build();
    }
}
