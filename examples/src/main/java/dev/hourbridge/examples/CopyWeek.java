package dev.hourbridge.examples;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import java.time.LocalDate;

/**
 * Copies a week from LiveTimer into a project at Codebase. Run twice, it copies twice: to move hours that
 * count, use {@code hourbridge migrate}. Arguments: LiveTimer's url, user name and password; Codebase's url,
 * account, user name, API key and project; Monday.
 */
public final class CopyWeek {
    private CopyWeek() {}

    /** Runs it. */
    public static void main(String[] args) {
        LocalDate monday = LocalDate.parse(args[8]);
        try (TimeTracker from = LiveTimerClient.builder()
                        .baseUrl(args[0])
                        .login(args[1], args[2])
                        .build();
                TimeTracker to = CodebaseClient.builder()
                        .baseUrl(args[3])
                        .account(args[4])
                        .username(args[5])
                        .apiKey(args[6])
                        .projects(args[7])
                        .build()) {
            for (TimeEntry entry : from.list(TimeEntryQuery.between(monday, monday.plusDays(6)))) {
                WorkTime time = entry.workTime();
                NewTimeEntry copy = NewTimeEntry.of(WorkTime.on(time.localDate(), time.duration()))
                        .project(ProjectRef.of(to.account(), args[7]))
                        .note(entry.note().isBlank() ? "(no note)" : entry.note())
                        .build();
                System.out.println(entry.id().id() + " -> " + to.create(copy).id());
            }
        }
    }
}
