package dev.hourbridge.examples;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/** Finds time at Teamwork that is to be billed and is on no invoice: url, API key, zone, first and last day. */
public final class UnbilledTime {
    private UnbilledTime() {}

    /** Runs it. */
    public static void main(String[] args) {
        Duration sum = Duration.ZERO;
        try (TeamworkClient teamwork = TeamworkClient.builder()
                .baseUrl(args[0])
                .apiKey(args[1])
                .zone(ZoneId.of(args[2]))
                .build()) {
            TimeEntryQuery range = TimeEntryQuery.between(LocalDate.parse(args[3]), LocalDate.parse(args[4]));
            for (TimeEntry entry : teamwork.list(range)) {
                if (entry.billable() == Billable.YES && entry.invoice().isEmpty()) {
                    sum = sum.plus(entry.workTime().duration());
                    System.out.println(entry.workTime().localDate() + "  "
                            + entry.workTime().duration().toMinutes() + " min  " + entry.note());
                }
            }
        }
        System.out.println("Unbilled: " + sum.toMinutes() + " min");
    }
}
