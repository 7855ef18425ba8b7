package dev.hourbridge.examples;

import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** Prints a week's hours at Teamwork by project: url, API key, zone, Monday. */
public final class HoursByProject {
    private HoursByProject() {}

    /** Runs it. */
    public static void main(String[] args) {
        LocalDate monday = LocalDate.parse(args[3]);
        Map<String, Duration> hours = new TreeMap<>();
        try (TeamworkClient teamwork = TeamworkClient.builder()
                .baseUrl(args[0])
                .apiKey(args[1])
                .zone(ZoneId.of(args[2]))
                .build()) {
            for (TimeEntry entry : teamwork.list(TimeEntryQuery.between(monday, monday.plusDays(6)))) {
                hours.merge(
                        entry.projectName().orElse("no project"),
                        entry.workTime().duration(),
                        Duration::plus);
            }
        }
        hours.forEach(
                (project, sum) -> System.out.println(project + "  " + sum.toHours() + " h " + sum.toMinutesPart()));
    }
}
