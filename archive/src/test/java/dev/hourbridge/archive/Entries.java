package dev.hourbridge.archive;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Entries for tests; all are invented. */
final class Entries {
    private Entries() {}

    static TimeEntry small(int id) {
        return TimeEntry.builder()
                .id(TimeEntryId.of(ListedService.ACME, Integer.toString(id)))
                .workTime(WorkTime.on(LocalDate.of(2007, 1, 1).plusDays(id % 60), Duration.ofMinutes(30 + id % 7)))
                .person(PersonRef.of(ListedService.ACME, Integer.toString(25 + id % 3)))
                .note("Entry " + id)
                .build();
    }

    /** An entry with every field, odd text, and members that only a later version knows. */
    static TimeEntry whole(int id) {
        TimeEntry entry = small(id).toBuilder()
                .workTime(WorkTime.between(
                        OffsetDateTime.parse("2007-03-11T01:30:00-05:00"),
                        OffsetDateTime.parse("2007-03-11T03:30:00.5-04:00")))
                .reportedDuration(Duration.ofMinutes(7))
                .personName("Zo\u00EB \uD83D\uDE00 \u202Edesrever")
                .project(ProjectRef.of(ListedService.ACME, "1049"))
                .projectName("=SUM(A1:A9)")
                .task(TaskRef.of(ListedService.ACME, "10"))
                .taskName("\"quoted\", \\ and / and \t")
                .activity(ActivityRef.of(ListedService.ACME, "16"))
                .activityName("\u4E2D\u6587 \u0627\u0644\u0639\u0631\u0628\u064A\u0629")
                .client(ClientRef.of(ListedService.ACME, "3"))
                .clientName("a\u0301 \uFEFF")
                .note("Two\r\nlines\u0000\u0085\u2028\u2029\u007F and half a pair: \uD83D")
                .billable(Billable.NO)
                .invoice(Invoice.numbered("2007/3"))
                .tags(List.of("b", "a", "b", ""))
                .deleted(true)
                .audit(Audit.builder()
                        .createdAt(Instant.parse("2007-04-01T00:00:00.000000001Z"))
                        .createdBy("walter")
                        .updatedAt(Instant.parse("2007-04-02T00:00:00Z"))
                        .updatedBy("\u00FC")
                        .build())
                .extras(Map.of("avatar-url", "https://example.com/?a=b&c=\u00DF"))
                .build();
        Map<String, Object> map = entry.toMap();
        map.put("mood", List.of("good", 1.50, Map.of("later", true)));
        return TimeEntry.fromMap(map);
    }
}
