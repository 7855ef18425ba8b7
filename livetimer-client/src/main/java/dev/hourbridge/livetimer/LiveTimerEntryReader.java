package dev.hourbridge.livetimer;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Converts LiveTimer's entries to the common model. */
final class LiveTimerEntryReader {
    private final Account account;

    LiveTimerEntryReader(Account account) {
        this.account = account;
    }

    TimeEntry read(LiveTimerEntry from) {
        Optional<Classification> project = from.project().or(() -> from.task().flatMap(Classification::parent));
        OptionalLong projectId = from.projectId().isPresent()
                ? from.projectId()
                : from.task().map(Classification::parentId).orElse(OptionalLong.empty());
        Optional<Classification> client =
                project.flatMap(Classification::parent).or(from::client);
        OptionalLong clientId = client.isPresent()
                ? OptionalLong.of(client.get().id())
                : project.map(Classification::parentId).orElse(OptionalLong.empty());
        TimeEntry.Builder entry = TimeEntry.builder()
                .id(TimeEntryId.of(account, Long.toString(from.id())))
                .workTime(from.workTime())
                .note(from.note())
                .audit(audit(from))
                .extras(from.unknownFields());
        contradiction(from).ifPresent(entry::reportedDuration);
        from.userId().ifPresent(id -> entry.person(PersonRef.of(account, Long.toString(id))));
        from.user().flatMap(LiveTimerUser::displayName).ifPresent(entry::personName);
        projectId.ifPresent(id -> entry.project(ProjectRef.of(account, Long.toString(id))));
        project.flatMap(Classification::name).ifPresent(entry::projectName);
        from.taskId().ifPresent(id -> entry.task(TaskRef.of(account, Long.toString(id))));
        from.task().flatMap(Classification::name).ifPresent(entry::taskName);
        from.activityId().ifPresent(id -> entry.activity(ActivityRef.of(account, Long.toString(id))));
        from.activity().flatMap(Classification::name).ifPresent(entry::activityName);
        clientId.ifPresent(id -> entry.client(ClientRef.of(account, Long.toString(id))));
        client.flatMap(Classification::name).ifPresent(entry::clientName);
        return entry.build();
    }

    private static Audit audit(LiveTimerEntry from) {
        Audit.Builder audit = Audit.builder();
        from.createdAt().ifPresent(audit::createdAt);
        from.updatedAt().ifPresent(audit::updatedAt);
        return audit.build();
    }

    /**
     * Returns the reported duration if it contradicts start and end. The service ignores seconds, so a difference of less
     * than a minute is not a contradiction.
     */
    private static Optional<Duration> contradiction(LiveTimerEntry from) {
        Duration reported = Duration.ofMinutes(from.minutes());
        Duration difference = reported.minus(from.workTime().duration()).abs();
        return difference.compareTo(Duration.ofMinutes(1)) < 0 ? Optional.empty() : Optional.of(reported);
    }
}
