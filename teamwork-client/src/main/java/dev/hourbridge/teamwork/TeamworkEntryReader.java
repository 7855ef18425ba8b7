package dev.hourbridge.teamwork;

import dev.hourbridge.http.internal.NumberedValues;
import dev.hourbridge.http.internal.RecentValues;
import dev.hourbridge.model.Account;
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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Converts Teamwork's entries to the common model. Entries that one reader converts share equal names, references, days
 * and times. Safe for use by several threads.
 */
final class TeamworkEntryReader {
    private final Account account;
    private final ZoneId zone;
    private final RecentValues recent = new RecentValues();
    private final NumberedValues<PersonRef> people;
    private final NumberedValues<ProjectRef> projects;
    private final NumberedValues<TaskRef> tasks;
    private final NumberedValues<ClientRef> clients;
    private final NumberedValues<String> numbers = new NumberedValues<>(Long::toString);

    /**
     * Creates a reader for the entries of an account.
     *
     * @param zone the zone in which the offset of a start is stated
     */
    TeamworkEntryReader(Account account, ZoneId zone) {
        this.account = account;
        this.zone = zone;
        people = new NumberedValues<>(id -> PersonRef.of(account, Long.toString(id)));
        projects = new NumberedValues<>(id -> ProjectRef.of(account, Long.toString(id)));
        tasks = new NumberedValues<>(id -> TaskRef.of(account, Long.toString(id)));
        clients = new NumberedValues<>(id -> ClientRef.of(account, Long.toString(id)));
    }

    /** Returns the entry of the common model. Names and ids that have no field there are extras. */
    TimeEntry read(TeamworkEntry entry) {
        TimeEntry.Builder built = TimeEntry.builder()
                .id(TimeEntryId.of(account, Long.toString(entry.id())))
                .workTime(workTime(entry))
                .note(entry.description())
                .billable(entry.billable()
                        .map(yes -> yes ? Billable.YES : Billable.NO)
                        .orElse(Billable.UNSPECIFIED))
                .tags(tags(entry.tags()))
                .audit(audit(entry))
                .extras(extras(entry));
        entry.personId().ifPresent(id -> built.person(people.get(id)));
        personName(entry).map(recent::text).ifPresent(built::personName);
        entry.projectId().ifPresent(id -> built.project(projects.get(id)));
        entry.projectName().map(recent::text).ifPresent(built::projectName);
        entry.todoItemId().ifPresent(id -> built.task(tasks.get(id)));
        entry.todoItemName().map(recent::text).ifPresent(built::taskName);
        entry.companyId().ifPresent(id -> built.client(clients.get(id)));
        entry.companyName().map(recent::text).ifPresent(built::clientName);
        invoice(entry).ifPresent(built::invoice);
        return built.build();
    }

    private WorkTime workTime(TeamworkEntry entry) {
        OffsetDateTime start = entry.date().atOffset(offset(entry));
        return recent.workTime(
                entry.hasStartTime()
                        ? WorkTime.from(start, entry.duration())
                        : WorkTime.on(start.toLocalDate(), entry.duration()));
    }

    /**
     * Returns the offset of the caller's zone at the entry's instant: from the response if it has both times, otherwise from
     * the account's zone. A difference that is not a valid offset is ignored.
     */
    private ZoneOffset offset(TeamworkEntry entry) {
        Instant date = entry.date();
        return entry.dateUserPerspective()
                .map(clock -> clock.toEpochSecond(ZoneOffset.UTC) - date.getEpochSecond())
                .filter(TeamworkEntryReader::isOffset)
                .map(seconds -> ZoneOffset.ofTotalSeconds(seconds.intValue()))
                .orElseGet(() -> zone.getRules().getOffset(date));
    }

    private static boolean isOffset(long seconds) {
        return seconds % 60 == 0 && Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds();
    }

    private static Optional<String> personName(TeamworkEntry entry) {
        String first = entry.personFirstName().orElse("");
        String last = entry.personLastName().orElse("");
        String name = first.isEmpty() || last.isEmpty() ? first + last : first + " " + last;
        return name.isBlank() ? Optional.empty() : Optional.of(name);
    }

    private static Optional<Invoice> invoice(TeamworkEntry entry) {
        if (entry.invoiceNo().isPresent()) {
            return entry.invoiceNo().map(Invoice::numbered);
        }
        return entry.billed().filter(billed -> billed).map(billed -> Invoice.unnumbered());
    }

    private static Audit audit(TeamworkEntry entry) {
        Audit.Builder audit = Audit.builder();
        entry.createdAt().ifPresent(audit::createdAt);
        entry.updatedDate().ifPresent(audit::updatedAt);
        return audit.build();
    }

    /** Returns the fields that the common model does not have, by wire name. */
    private Map<String, String> extras(TeamworkEntry entry) {
        Map<String, String> extras = new LinkedHashMap<>();
        put(extras, "project-status", entry.projectStatus());
        put(extras, "todo-list-id", entry.todoListId());
        put(extras, "todo-list-name", entry.todoListName());
        put(extras, "hoursDecimal", entry.hoursDecimal());
        putFlag(extras, "isbilled", entry.billed());
        put(extras, "invoiceStatus", entry.invoiceStatus());
        put(extras, "tasklistId", entry.tasklistId());
        put(extras, "parentTaskId", entry.parentTaskId());
        put(extras, "parentTaskName", entry.parentTaskName());
        put(extras, "task-tags", names(entry.taskTags()));
        put(extras, "taskEstimatedTime", entry.taskEstimatedTime());
        putFlag(extras, "taskIsPrivate", entry.taskIsPrivate());
        putFlag(extras, "taskIsSubTask", entry.taskIsSubTask());
        put(extras, "ticket-id", entry.ticketId());
        putFlag(extras, "userDeleted", entry.userDeleted());
        putFlag(extras, "canEdit", entry.canEdit());
        put(extras, "avatarUrl", entry.avatarUrl());
        entry.unknownFields().forEach((name, value) -> extras.put(name, recent.text(value)));
        return extras;
    }

    private List<String> tags(List<TeamworkTag> tags) {
        return tags.isEmpty()
                ? List.of()
                : recent.texts(tags.stream().map(TeamworkTag::name).toList());
    }

    private static Optional<String> names(List<TeamworkTag> tags) {
        if (tags.isEmpty()) {
            return Optional.empty();
        }
        String names = tags.stream().map(TeamworkTag::name).collect(Collectors.joining(","));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private void put(Map<String, String> extras, String name, Optional<?> value) {
        if (value.isPresent()) {
            extras.put(name, recent.text(value.get().toString()));
        }
    }

    private static void putFlag(Map<String, String> extras, String name, Optional<Boolean> value) {
        if (value.isPresent()) {
            extras.put(name, value.get().toString());
        }
    }

    private void put(Map<String, String> extras, String name, OptionalLong value) {
        if (value.isPresent()) {
            extras.put(name, numbers.get(value.getAsLong()));
        }
    }
}
