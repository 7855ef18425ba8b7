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
import dev.hourbridge.model.internal.TextMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts Teamwork's entries to the common model. Entries converted by the same reader share equal names, references,
 * days and times. Thread-safe.
 */
final class TeamworkEntryReader {
    private static final List<String> EXTRAS = List.of(
            "project-status",
            "todo-list-id",
            "todo-list-name",
            "hoursDecimal",
            "isbilled",
            "invoiceStatus",
            "tasklistId",
            "parentTaskId",
            "parentTaskName",
            "task-tags",
            "taskEstimatedTime",
            "taskIsPrivate",
            "taskIsSubTask",
            "ticket-id",
            "userDeleted",
            "canEdit",
            "avatarUrl");

    private final Account account;
    private final ZoneId zone;
    private final RecentValues recent = new RecentValues();
    private final NumberedValues<PersonRef> people;
    private final NumberedValues<ProjectRef> projects;
    private final NumberedValues<TaskRef> tasks;
    private final NumberedValues<ClientRef> clients;

    /**
     * Creates a reader for the entries of an account.
     *
     * @param zone the zone that determines the offset of each start
     */
    TeamworkEntryReader(Account account, ZoneId zone) {
        this.account = account;
        this.zone = zone;
        people = new NumberedValues<>(id -> PersonRef.of(account, Long.toString(id)));
        projects = new NumberedValues<>(id -> ProjectRef.of(account, Long.toString(id)));
        tasks = new NumberedValues<>(id -> TaskRef.of(account, Long.toString(id)));
        clients = new NumberedValues<>(id -> ClientRef.of(account, Long.toString(id)));
    }

    /** Returns the entry in the common model. Names and ids that have no field in the common model become extras. */
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
        if (entry.personId().isPresent()) {
            built.person(people.get(entry.personId().getAsLong()));
        }
        if (entry.projectId().isPresent()) {
            built.project(projects.get(entry.projectId().getAsLong()));
        }
        if (entry.todoItemId().isPresent()) {
            built.task(tasks.get(entry.todoItemId().getAsLong()));
        }
        if (entry.companyId().isPresent()) {
            built.client(clients.get(entry.companyId().getAsLong()));
        }
        names(entry, built);
        invoice(entry).ifPresent(built::invoice);
        return built.build();
    }

    private void names(TeamworkEntry entry, TimeEntry.Builder built) {
        String person = personName(entry);
        if (!person.isBlank()) {
            built.personName(recent.text(person));
        }
        if (entry.projectName().isPresent()) {
            built.projectName(recent.text(entry.projectName().get()));
        }
        if (entry.todoItemName().isPresent()) {
            built.taskName(recent.text(entry.todoItemName().get()));
        }
        if (entry.companyName().isPresent()) {
            built.clientName(recent.text(entry.companyName().get()));
        }
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
        if (entry.dateUserPerspective().isPresent()) {
            long seconds = entry.dateUserPerspective().get().toEpochSecond(ZoneOffset.UTC) - date.getEpochSecond();
            if (isOffset(seconds)) {
                return ZoneOffset.ofTotalSeconds((int) seconds);
            }
        }
        return zone.getRules().getOffset(date);
    }

    private static boolean isOffset(long seconds) {
        return seconds % 60 == 0 && Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds();
    }

    private static String personName(TeamworkEntry entry) {
        String first = entry.personFirstName().orElse("");
        String last = entry.personLastName().orElse("");
        return first.isEmpty() || last.isEmpty()
                ? first.concat(last)
                : first.concat(" ").concat(last);
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

    /**
     * Returns the fields that the common model does not have, by wire name. The loop keeps the code small that the JVM has to
     * compile before a list is read at full speed.
     */
    private Map<String, String> extras(TeamworkEntry entry) {
        @Nullable
        String[] values = {
            text(entry.projectStatus()),
            text(entry.todoListId()),
            text(entry.todoListName()),
            text(entry.hoursDecimal()),
            text(entry.billed()),
            text(entry.invoiceStatus()),
            text(entry.tasklistId()),
            text(entry.parentTaskId()),
            text(entry.parentTaskName()),
            names(entry.taskTags()),
            text(entry.taskEstimatedTime()),
            text(entry.taskIsPrivate()),
            text(entry.taskIsSubTask()),
            text(entry.ticketId()),
            text(entry.userDeleted()),
            text(entry.canEdit()),
            text(entry.avatarUrl())
        };
        TextMap.Builder extras =
                TextMap.builder(values.length + entry.unknownFields().size());
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null) {
                extras.add(EXTRAS.get(i), recent.text(value));
            }
        }
        entry.unknownFields().forEach((name, value) -> extras.add(name, recent.text(value)));
        return extras.build();
    }

    private List<String> tags(List<TeamworkTag> tags) {
        return tags.isEmpty()
                ? List.of()
                : recent.texts(tags.stream().map(TeamworkTag::name).toList());
    }

    private static @Nullable String names(List<TeamworkTag> tags) {
        if (tags.isEmpty()) {
            return null;
        }
        String names = tags.stream().map(TeamworkTag::name).collect(Collectors.joining(","));
        return names.isEmpty() ? null : names;
    }

    private static @Nullable String text(Optional<?> value) {
        return value.isPresent() ? value.get().toString() : null;
    }

    private static @Nullable String text(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : null;
    }
}
