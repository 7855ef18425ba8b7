package dev.hourbridge.model.internal;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.ClientRef;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Converts entries to maps of plain values and back: the members that {@link TimeEntry#toMap()} documents.
 *
 * <p>The map has only what JSON can hold: strings, whole numbers, booleans, lists and maps. References are ids, with
 * the account of one only if it is not that of the entry. Members that a later version adds pass through unchanged.
 */
public final class TimeEntryMap {
    private TimeEntryMap() {}

    /** Returns the members of an entry, with those that no field is for at the end. */
    public static Map<String, Object> of(TimeEntry entry, Map<String, Object> unknownMembers) {
        Map<String, Object> map = new LinkedHashMap<>();
        Account account = entry.id().account();
        map.put("id", entry.id().id());
        map.put("account", account.toString());
        map.put("date", entry.workTime().localDate().toString());
        if (entry.workTime() instanceof WorkTime.Interval interval) {
            map.put("start", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(interval.start()));
            map.put("end", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(interval.end()));
        }
        putDuration(map, "seconds", "nanos", entry.workTime().duration());
        entry.reportedDuration().ifPresent(it -> putDuration(map, "reportedSeconds", "reportedNanos", it));
        entry.person().ifPresent(it -> putReference(map, "person", account, it.account(), it.id()));
        put(map, "personName", entry.personName());
        entry.project().ifPresent(it -> putReference(map, "project", account, it.account(), it.id()));
        put(map, "projectName", entry.projectName());
        entry.task().ifPresent(it -> putReference(map, "task", account, it.account(), it.id()));
        put(map, "taskName", entry.taskName());
        entry.activity().ifPresent(it -> putReference(map, "activity", account, it.account(), it.id()));
        put(map, "activityName", entry.activityName());
        entry.client().ifPresent(it -> putReference(map, "client", account, it.account(), it.id()));
        put(map, "clientName", entry.clientName());
        map.put("note", entry.note());
        map.put("billable", entry.billable().name().toLowerCase(Locale.ROOT));
        map.put("invoiced", entry.invoice().isPresent());
        put(map, "invoice", entry.invoice().flatMap(Invoice::number));
        map.put("tags", entry.tags());
        map.put("deleted", entry.deleted());
        put(map, "createdAt", entry.audit().createdAt());
        put(map, "createdBy", entry.audit().createdBy());
        put(map, "updatedAt", entry.audit().updatedAt());
        put(map, "updatedBy", entry.audit().updatedBy());
        if (!entry.extras().isEmpty()) {
            map.put("extras", entry.extras());
        }
        map.putAll(unknownMembers);
        return map;
    }

    private static void putDuration(Map<String, Object> map, String seconds, String nanos, Duration duration) {
        map.put(seconds, duration.getSeconds());
        if (duration.getNano() != 0) {
            map.put(nanos, (long) duration.toNanosPart());
        }
    }

    private static void putReference(Map<String, Object> map, String name, Account entry, Account own, String id) {
        map.put(name, id);
        if (!own.equals(entry)) {
            map.put(name + "Account", own.toString());
        }
    }

    private static void put(Map<String, Object> map, String name, Optional<?> value) {
        value.ifPresent(it -> map.put(name, it.toString()));
    }

    /**
     * Returns a builder with what a map has.
     *
     * @param rest sets the members that no field is for
     */
    public static TimeEntry.Builder builder(
            Map<String, Object> map, BiConsumer<TimeEntry.Builder, Map<String, Object>> rest) {
        MapMembers members = new MapMembers(map);
        Account account = account("account", members.requireText("account"));
        TimeEntry.Builder entry = TimeEntry.builder().id(TimeEntryId.of(account, members.requireText("id")));
        entry.workTime(workTime(members));
        Duration reported = duration(members, "reportedSeconds", "reportedNanos");
        if (reported != null) {
            entry.reportedDuration(reported);
        }
        reference(members, "person", account, (own, id) -> entry.person(PersonRef.of(own, id)));
        members.text("personName").ifPresent(entry::personName);
        reference(members, "project", account, (own, id) -> entry.project(ProjectRef.of(own, id)));
        members.text("projectName").ifPresent(entry::projectName);
        reference(members, "task", account, (own, id) -> entry.task(TaskRef.of(own, id)));
        members.text("taskName").ifPresent(entry::taskName);
        reference(members, "activity", account, (own, id) -> entry.activity(ActivityRef.of(own, id)));
        members.text("activityName").ifPresent(entry::activityName);
        reference(members, "client", account, (own, id) -> entry.client(ClientRef.of(own, id)));
        members.text("clientName").ifPresent(entry::clientName);
        members.text("note").ifPresent(entry::note);
        members.text("billable").ifPresent(it -> entry.billable(billable(it)));
        invoice(members).ifPresent(entry::invoice);
        entry.tags(members.texts("tags"));
        members.flag("deleted").ifPresent(entry::deleted);
        entry.audit(audit(members));
        entry.extras(members.textMap("extras"));
        rest.accept(entry, members.rest());
        return entry;
    }

    private static Account account(String field, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new InvalidInputException(
                    field, "text without a colon", "specify service:name, such as \"teamwork:acme.teamwork.com\"");
        }
        return Account.of(Service.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static void reference(MapMembers members, String name, Account account, Reference reference) {
        Optional<String> own = members.text(name + "Account");
        Optional<String> id = members.text(name);
        if (id.isEmpty() && own.isPresent()) {
            throw new InvalidInputException(name, "no value", "specify the id that " + name + "Account belongs to");
        }
        id.ifPresent(it ->
                reference.set(own.map(text -> account(name + "Account", text)).orElse(account), it));
    }

    private static WorkTime workTime(MapMembers members) {
        Optional<String> date = members.text("date");
        Optional<String> start = members.text("start");
        Optional<String> end = members.text("end");
        Duration duration = duration(members, "seconds", "nanos");
        if (start.isEmpty() && end.isEmpty()) {
            return WorkTime.on(
                    members.day("date", MapMembers.required("date", date.orElse(null))),
                    MapMembers.required("seconds", duration));
        }
        OffsetDateTime from = members.moment("start", MapMembers.required("start", start.orElse(null)));
        OffsetDateTime to = members.moment("end", MapMembers.required("end", end.orElse(null)));
        WorkTime workTime = WorkTime.between(from, to);
        // Both follow from start and end: a file in which only one of them was edited must not be read.
        if (date.isPresent() && !members.day("date", date.get()).equals(workTime.localDate())) {
            throw new InvalidInputException("date", "a day other than that of start", "use the day of start");
        }
        if (duration != null && !duration.equals(workTime.duration())) {
            throw new InvalidInputException(
                    "seconds", "a duration other than the time from start to end", "use the time from start to end");
        }
        return workTime;
    }

    private static @Nullable Duration duration(MapMembers members, String seconds, String nanos) {
        Optional<Long> whole = members.whole(seconds, Long.MAX_VALUE);
        Optional<Long> fraction = members.whole(nanos, 999_999_999);
        if (whole.isEmpty() && fraction.isPresent()) {
            throw new InvalidInputException(seconds, "no value", "add the whole seconds for " + nanos);
        }
        return whole.map(it -> Duration.ofSeconds(it, fraction.orElse(0L))).orElse(null);
    }

    private static Billable billable(String text) {
        for (Billable each : Billable.values()) {
            if (text.equals(each.name().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new InvalidInputException("billable", "an unknown text", "specify yes, no or unspecified");
    }

    private static Optional<Invoice> invoice(MapMembers members) {
        Optional<String> number = members.text("invoice");
        boolean isInvoiced = members.flag("invoiced").orElse(number.isPresent());
        if (!isInvoiced && number.isPresent()) {
            throw new InvalidInputException(
                    "invoiced", "false although there is an invoice", "use true, or omit " + "invoice");
        }
        return isInvoiced ? Optional.of(number.map(Invoice::numbered).orElse(Invoice.unnumbered())) : Optional.empty();
    }

    private static Audit audit(MapMembers members) {
        Audit.Builder audit = Audit.builder();
        members.instant("createdAt").ifPresent(audit::createdAt);
        members.text("createdBy").ifPresent(audit::createdBy);
        members.instant("updatedAt").ifPresent(audit::updatedAt);
        members.text("updatedBy").ifPresent(audit::updatedBy);
        return audit.build();
    }

    @FunctionalInterface
    private interface Reference {
        /** Sets the reference of the builder. */
        void set(Account account, String id);
    }
}
