package dev.hourbridge.livetimer;

import dev.hourbridge.http.internal.NumberedValues;
import dev.hourbridge.http.internal.RecentValues;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.internal.TextMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Converts LiveTimer's entries to the common model. Entries converted by the same reader share equal names, references,
 * days and times. Thread-safe.
 */
final class LiveTimerEntryReader {
    private final Account account;
    private final RecentValues recent = new RecentValues();
    private final NumberedValues<PersonRef> people;
    private final NumberedValues<ProjectRef> projects;
    private final NumberedValues<TaskRef> tasks;
    private final NumberedValues<ActivityRef> activities;
    private final NumberedValues<ClientRef> clients;

    LiveTimerEntryReader(Account account) {
        this.account = account;
        people = new NumberedValues<>(id -> PersonRef.of(account, Long.toString(id)));
        projects = new NumberedValues<>(id -> ProjectRef.of(account, Long.toString(id)));
        tasks = new NumberedValues<>(id -> TaskRef.of(account, Long.toString(id)));
        activities = new NumberedValues<>(id -> ActivityRef.of(account, Long.toString(id)));
        clients = new NumberedValues<>(id -> ClientRef.of(account, Long.toString(id)));
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
                .workTime(recent.workTime(from.workTime()))
                .note(from.note())
                .audit(audit(from))
                .extras(extras(from));
        contradiction(from).ifPresent(entry::reportedDuration);
        from.userId().ifPresent(id -> entry.person(people.get(id)));
        from.user().flatMap(LiveTimerUser::displayName).map(recent::text).ifPresent(entry::personName);
        projectId.ifPresent(id -> entry.project(projects.get(id)));
        project.flatMap(Classification::name).map(recent::text).ifPresent(entry::projectName);
        from.taskId().ifPresent(id -> entry.task(tasks.get(id)));
        from.task().flatMap(Classification::name).map(recent::text).ifPresent(entry::taskName);
        from.activityId().ifPresent(id -> entry.activity(activities.get(id)));
        from.activity().flatMap(Classification::name).map(recent::text).ifPresent(entry::activityName);
        clientId.ifPresent(id -> entry.client(clients.get(id)));
        client.flatMap(Classification::name).map(recent::text).ifPresent(entry::clientName);
        return entry.build();
    }

    private Map<String, String> extras(LiveTimerEntry from) {
        TextMap.Builder extras = TextMap.builder(from.unknownFields().size());
        from.unknownFields().forEach((name, value) -> extras.add(name, recent.text(value)));
        return extras.build();
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
