package dev.hourbridge.kafka;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/**
 * The keys and values of the records, and their schemas. Thread-safe.
 *
 * <p>The schemas are part of the contract with consumers. A later version may add optional fields but changes no
 * existing field.
 */
final class RecordValues {
    private static final Schema TEXT = Schema.OPTIONAL_STRING_SCHEMA;
    private static final Schema MOMENT = Timestamp.builder().optional().build();

    static final Schema KEY = SchemaBuilder.struct()
            .name("dev.hourbridge.TimeEntryKey")
            .version(1)
            .field("service", Schema.STRING_SCHEMA)
            .field("account", Schema.STRING_SCHEMA)
            .field("id", Schema.STRING_SCHEMA)
            .build();

    static final Schema VALUE = SchemaBuilder.struct()
            .name("dev.hourbridge.TimeEntry")
            .version(1)
            .field("service", Schema.STRING_SCHEMA)
            .field("account", Schema.STRING_SCHEMA)
            .field("id", Schema.STRING_SCHEMA)
            .field(
                    "date",
                    org.apache.kafka.connect.data.Date.builder().optional().build())
            .field("start", TEXT)
            .field("end", TEXT)
            .field("start_utc", MOMENT)
            .field("duration_seconds", Schema.OPTIONAL_INT64_SCHEMA)
            .field("person_id", TEXT)
            .field("person_name", TEXT)
            .field("project_id", TEXT)
            .field("project_name", TEXT)
            .field("task_id", TEXT)
            .field("task_name", TEXT)
            .field("activity_id", TEXT)
            .field("activity_name", TEXT)
            .field("client_id", TEXT)
            .field("client_name", TEXT)
            .field("note", TEXT)
            .field("billable", TEXT)
            .field("tags", SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build())
            .field("invoiced", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .field("invoice_number", TEXT)
            .field("deleted", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .field("created_at", MOMENT)
            .field("created_by", TEXT)
            .field("updated_at", MOMENT)
            .field("updated_by", TEXT)
            .field(
                    "extras",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA)
                            .optional()
                            .build())
            .field("read_at", MOMENT)
            .build();

    private final boolean includeExtras;

    /**
     * Creates the values.
     *
     * @param includeExtras whether values include the other fields of the response
     */
    RecordValues(boolean includeExtras) {
        this.includeExtras = includeExtras;
    }

    /**
     * Returns the key of an entry's records: service, account and id. A compacted topic retains the last record with
     * each key.
     */
    static Struct key(Account account, String id) {
        return new Struct(KEY)
                .put("service", account.service().name())
                .put("account", account.name())
                .put("id", id);
    }

    /** Returns the value of an entry, without {@code read_at}. */
    Struct of(TimeEntry entry) {
        Struct value = identified(entry.id().account(), entry.id().id());
        value.put("date", date(entry.workTime().localDate()));
        value.put("duration_seconds", entry.workTime().duration().toSeconds());
        if (entry.workTime() instanceof WorkTime.Interval interval) {
            value.put("start", interval.start().toString());
            value.put("end", interval.end().toString());
            value.put("start_utc", Date.from(interval.start().toInstant()));
        }
        put(value, "person_id", entry.person().map(ref -> ref.id()));
        put(value, "person_name", entry.personName());
        put(value, "project_id", entry.project().map(ref -> ref.id()));
        put(value, "project_name", entry.projectName());
        put(value, "task_id", entry.task().map(ref -> ref.id()));
        put(value, "task_name", entry.taskName());
        put(value, "activity_id", entry.activity().map(ref -> ref.id()));
        put(value, "activity_name", entry.activityName());
        put(value, "client_id", entry.client().map(ref -> ref.id()));
        put(value, "client_name", entry.clientName());
        value.put("note", entry.note());
        value.put("billable", entry.billable().name().toLowerCase(Locale.ROOT));
        value.put("tags", entry.tags());
        value.put("invoiced", entry.invoice().isPresent());
        put(value, "invoice_number", entry.invoice().flatMap(invoice -> invoice.number()));
        value.put("deleted", entry.deleted());
        put(value, "created_at", entry.audit().createdAt().map(Date::from));
        put(value, "created_by", entry.audit().createdBy());
        put(value, "updated_at", entry.audit().updatedAt().map(Date::from));
        put(value, "updated_by", entry.audit().updatedBy());
        if (includeExtras) {
            value.put("extras", new TreeMap<>(entry.extras()));
        }
        return value;
    }

    /** Returns the value for an entry that the service no longer lists. */
    static Struct deleted(Account account, String id, Instant readAt) {
        return identified(account, id).put("deleted", true).put("read_at", Date.from(readAt));
    }

    /** Returns a copy of a value with the time at which it was read. */
    static Struct readAt(Struct value, Instant readAt) {
        Struct copy = new Struct(value.schema());
        for (Field field : value.schema().fields()) {
            copy.put(field, value.get(field));
        }
        return copy.put("read_at", Date.from(readAt));
    }

    /** Returns a value with the fields that identify an entry. */
    private static Struct identified(Account account, String id) {
        return new Struct(VALUE)
                .put("service", account.service().name())
                .put("account", account.name())
                .put("id", id);
    }

    private static void put(Struct value, String field, Optional<?> content) {
        content.ifPresent(present -> value.put(field, present));
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
