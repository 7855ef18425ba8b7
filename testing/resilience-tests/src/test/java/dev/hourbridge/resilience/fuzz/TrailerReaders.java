package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.migration.internal.mapping.TrailerDoor;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.resilience.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trailer says, once its checksum is right. */
final class TrailerReaders {
    private static final Canned SERVICE = new Canned();
    private static final TimeTracker SOURCE =
            Service.CODEBASE.client("https://codebase.example.com", SERVICE.options());
    private static final TimeTracker[] TARGETS = {
        Service.TEAMWORK.client("https://acme.teamwork.example.com", SERVICE.options()),
        Service.TEAMPULSE.client("https://teampulse.example.com", SERVICE.options()),
        Service.LIVETIMER.client("https://acme.livetimer.example.com", SERVICE.options())
    };
    private static final List<WorkTime> TIMES = List.of(
            WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45)),
            WorkTime.from(OffsetDateTime.parse("2024-06-12T09:30:00-04:00"), Duration.ofMinutes(45)));

    private TrailerReaders() {}

    /** Lines of key and value: whatever they say, the entry stays one that can be planned. */
    static void values(byte[] bytes) {
        Map<String, String> values = new LinkedHashMap<>();
        new String(bytes, StandardCharsets.UTF_8).lines().limit(50).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && line.substring(0, equals).matches("[a-z]+")) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        for (WorkTime time : TIMES) {
            TimeEntry raw = TimeEntry.builder()
                    .id(TimeEntryId.of(SOURCE.account(), "website/7"))
                    .workTime(time)
                    .note("work")
                    .build();
            for (TimeTracker target : TARGETS) {
                TimeEntry restored = TrailerDoor.restored(raw, values, target);
                Rules.whole(restored);
                long days = ChronoUnit.DAYS.between(
                        time.localDate(), restored.workTime().localDate());
                if (Math.abs(days) > 3 || restored.workTime().duration().compareTo(Duration.ofDays(2)) > 0) {
                    throw new AssertionError("a time that no migration could have written as this one");
                }
                TrailerDoor.map(raw, values, target);
            }
        }
    }
}
