package dev.hourbridge.cli.list;

import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of an entry in CSV: each has a name and a string.
 *
 * <p>Scripts select columns by these names.
 */
final class EntryColumns {
    /** Always with seconds and without fractions, which are noise. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private EntryColumns() {}

    static final List<String> NAMES = List.of(
            "id",
            "date",
            "start",
            "end",
            "seconds",
            "person",
            "personName",
            "project",
            "projectName",
            "task",
            "taskName",
            "activity",
            "activityName",
            "client",
            "clientName",
            "note",
            "billable",
            "invoiced",
            "invoice",
            "tags",
            "deleted");

    /** Returns the columns of the entry, in the order of {@link #NAMES}. The format adds the tags. */
    static Map<String, String> of(TimeEntry entry) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", entry.id().id());
        columns.put("date", entry.workTime().localDate().toString());
        if (entry.workTime() instanceof WorkTime.Interval interval) {
            columns.put("start", moment(interval.start()));
            columns.put("end", moment(interval.end()));
        }
        columns.put("seconds", Long.toString(entry.workTime().duration().toSeconds()));
        put(columns, "person", entry.person().map(each -> each.id()));
        put(columns, "personName", entry.personName());
        put(columns, "project", entry.project().map(each -> each.id()));
        put(columns, "projectName", entry.projectName());
        put(columns, "task", entry.task().map(each -> each.id()));
        put(columns, "taskName", entry.taskName());
        put(columns, "activity", entry.activity().map(each -> each.id()));
        put(columns, "activityName", entry.activityName());
        put(columns, "client", entry.client().map(each -> each.id()));
        put(columns, "clientName", entry.clientName());
        columns.put("note", entry.note());
        columns.put("billable", entry.billable().name().toLowerCase(Locale.ROOT));
        columns.put("invoiced", Boolean.toString(entry.invoice().isPresent()));
        put(columns, "invoice", entry.invoice().flatMap(Invoice::number));
        columns.put("deleted", Boolean.toString(entry.deleted()));
        return columns;
    }

    private static String moment(OffsetDateTime moment) {
        return SECONDS.format(moment);
    }

    private static void put(Map<String, String> columns, String name, Optional<String> value) {
        value.ifPresent(text -> columns.put(name, text));
    }
}
