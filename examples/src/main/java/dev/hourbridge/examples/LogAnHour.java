package dev.hourbridge.examples;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;

/** Logs an hour at LiveTimer: url, user name, password, project, day, note. */
public final class LogAnHour {
    private LogAnHour() {}

    /** Runs it. */
    public static void main(String[] args) {
        try (LiveTimerClient liveTimer = LiveTimerClient.builder()
                .baseUrl(args[0])
                .login(args[1], args[2])
                .build()) {
            NewTimeEntry hour = NewTimeEntry.of(WorkTime.on(LocalDate.parse(args[4]), Duration.ofHours(1)))
                    .project(ProjectRef.of(liveTimer.account(), args[3]))
                    .note(args[5])
                    .build();
            try {
                TimeEntryId id = liveTimer.create(hour);
                System.out.println("Logged as " + id.id());
            } catch (HourbridgeException failed) {
                // IN_DOUBT: it may be there. Look before you log it again. Nothing at all: no request was made.
                String outcome = failed.outcome().map(Enum::name).orElse("invalid before any request");
                System.out.println("Not logged (" + outcome + "): " + failed.getMessage());
            }
        }
    }
}
