package dev.hourbridge.codebase;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;

/** Converts Codebase's time sessions to the common model. */
final class CodebaseEntryReader {
    private final Account account;

    CodebaseEntryReader(Account account) {
        this.account = account;
    }

    /** Returns the entry in the common model. A session has no start. Its ticket becomes a task of the project. */
    TimeEntry read(String project, TimeSession session) {
        Audit.Builder audit = Audit.builder();
        session.createdAt().ifPresent(audit::createdAt);
        session.updatedAt().ifPresent(audit::updatedAt);
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(id(project, session))
                .workTime(WorkTime.on(session.sessionDate(), Duration.ofMinutes(session.minutes())))
                .project(ProjectRef.of(account, project))
                .note(session.summary())
                .audit(audit.build())
                .extras(session.unknownFields());
        session.userId().ifPresent(user -> entry.person(PersonRef.of(account, Long.toString(user))));
        session.ticketId().ifPresent(ticket -> entry.task(TaskRef.of(account, project + "/" + ticket)));
        return entry.build();
    }

    TimeEntryId id(String project, TimeSession session) {
        return TimeEntryId.of(account, project + "/" + session.id());
    }
}
