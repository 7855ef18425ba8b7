package dev.hourbridge.migration.internal.sqlite;

import dev.hourbridge.migration.internal.entry.LossText;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.migration.internal.entry.SourceFields.Values;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.WorkTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that hold {@link PlannedContent}. Tables, inserts and the plan's digest are derived from the list. A new
 * column requires a component in the record, a line here, and a line in {@link #read}.
 */
final class EntryColumns {
    static final String SEPARATOR = "\u001f";

    private record Column(String name, String type, Function<PlannedContent, @Nullable Object> value) {}

    private static final List<Column> ALL = List.of(
            new Column("source_id", "TEXT NOT NULL", c -> c.source().id()),
            new Column("source_digest", "TEXT NOT NULL", c -> c.source().digest()),
            new Column(
                    "source_seconds",
                    "INTEGER NOT NULL",
                    c -> c.source().duration().toSeconds()),
            new Column(
                    "source_nanos",
                    "INTEGER NOT NULL",
                    c -> c.source().duration().toNanosPart()),
            ofSource("source_person", Values::person),
            ofSource("source_project", Values::project),
            ofSource("source_task", Values::task),
            ofSource("source_activity", Values::activity),
            ofSource("source_client", Values::client),
            ofSource("source_invoice", Values::invoice),
            ofSource("source_day", Values::day),
            ofSource("source_start", Values::start),
            ofSource("source_note", Values::note),
            ofSource("source_billable", Values::billable),
            ofSource("source_tags", values -> String.join(SEPARATOR, values.tags())),
            new Column("person", "TEXT NOT NULL", PlannedContent::person),
            new Column("place_group", "TEXT NOT NULL", PlannedContent::group),
            new Column(
                    "project",
                    "TEXT",
                    c -> c.create().project().map(ProjectRef::id).orElse(null)),
            new Column("task", "TEXT", c -> c.create().task().map(TaskRef::id).orElse(null)),
            new Column(
                    "activity",
                    "TEXT",
                    c -> c.create().activity().map(ActivityRef::id).orElse(null)),
            new Column("day", "TEXT NOT NULL", c -> c.create().workTime().localDate()),
            new Column(
                    "start",
                    "TEXT",
                    c -> c.create().workTime() instanceof WorkTime.Interval interval ? interval.start() : null),
            new Column(
                    "seconds",
                    "INTEGER NOT NULL",
                    c -> c.create().workTime().duration().toSeconds()),
            new Column("note", "TEXT NOT NULL", c -> c.create().note()),
            new Column("plain_note", "TEXT NOT NULL", PlannedContent::plainNote),
            new Column("trailer", "TEXT", PlannedContent::trailer),
            new Column("billable", "TEXT NOT NULL", c -> c.create().billable()),
            new Column(
                    "tags",
                    "TEXT NOT NULL",
                    c -> String.join(SEPARATOR, c.create().tags())),
            new Column("losses", "TEXT NOT NULL", c -> LossText.of(c.losses())),
            new Column("lossy", "INTEGER NOT NULL", c -> c.isLossy() ? 1 : 0),
            new Column("features", "TEXT NOT NULL", c -> features(c.features())),
            new Column("fingerprint", "TEXT NOT NULL", PlannedContent::fingerprint),
            new Column("plain_fingerprint", "TEXT NOT NULL", PlannedContent::plainFingerprint),
            new Column("loose_fingerprint", "TEXT NOT NULL", PlannedContent::looseFingerprint));

    /** The names of all columns, separated by commas. */
    static final String NAMES = joined(Column::name, ", ");

    /** The definitions of all columns, one per line. */
    static final String DEFINITIONS = joined(column -> "  " + column.name() + " " + column.type(), ",\n");

    /** The names of all columns of an entry {@code e}, or of its planned update {@code c} if it has one. */
    static final String PLANNED = joined(
            column -> "CASE WHEN c.id IS NULL THEN e." + column.name() + " ELSE c." + column.name() + " END AS "
                    + column.name(),
            ", ");

    /** Assignments of all columns from a table {@code s}. */
    static final String FROM_STAGED = joined(column -> column.name() + " = s." + column.name(), ", ");

    static final String PLACEHOLDERS = joined(column -> "?", ", ");

    /** Assignments of all columns. */
    static final String ASSIGNMENTS = joined(column -> column.name() + " = ?", ", ");

    private EntryColumns() {}

    /** Returns a column of the source's fields: null in a ledger with a plan of an earlier version. */
    private static Column ofSource(String name, Function<Values, @Nullable Object> value) {
        return new Column(name, "TEXT", content -> {
            Optional<Values> values = content.source().values();
            return values.isEmpty() ? null : value.apply(values.get());
        });
    }

    private static String joined(Function<Column, String> text, String separator) {
        return ALL.stream().map(text).collect(Collectors.joining(separator));
    }

    /** Returns the names of all columns of a table, separated by commas. */
    static String ofTable(String alias) {
        return joined(column -> alias + "." + column.name(), ", ");
    }

    /** Returns the number of content columns. */
    static int count() {
        return ALL.size();
    }

    /** Returns the values of all columns, as numbers and strings, followed by further arguments. */
    static @Nullable Object[] values(PlannedContent content, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : ALL) {
            @Nullable Object value = column.value().apply(content);
            values.add(value == null || value instanceof Number ? value : value.toString());
        }
        values.addAll(Arrays.asList(more));
        return values.toArray();
    }

    /**
     * Reads the columns.
     *
     * @param target the account of the ids in the entry to create
     * @param sendsPerson whether the person is part of the entry to create
     */
    static PlannedContent read(Row row, Account target, boolean sendsPerson) throws SQLException {
        String person = row.text("person");
        return new PlannedContent(
                source(row),
                person,
                row.text("place_group"),
                create(row, target, sendsPerson ? Optional.of(person) : Optional.empty()),
                row.text("plain_note"),
                row.textOrNull("trailer"),
                row.parsed("losses", LossText::parse),
                row.flag("lossy"),
                row.parsed("features", EntryColumns::features),
                row.text("fingerprint"),
                row.text("plain_fingerprint"),
                row.text("loose_fingerprint"));
    }

    /** Reads the fields of the source. */
    private static SourceFields source(Row row) throws SQLException {
        return new SourceFields(
                row.text("source_id"),
                row.text("source_digest"),
                row.seconds("source_seconds", "source_nanos"),
                row.textOrNull("source_day") == null
                        ? Optional.empty()
                        : Optional.of(new Values(
                                row.textOrNull("source_person"),
                                row.textOrNull("source_project"),
                                row.textOrNull("source_task"),
                                row.textOrNull("source_activity"),
                                row.textOrNull("source_client"),
                                row.textOrNull("source_invoice"),
                                row.day("source_day"),
                                row.optionalParsed("source_start", OffsetDateTime::parse)
                                        .orElse(null),
                                row.text("source_note"),
                                row.parsed("source_billable", Billable::valueOf),
                                tags(row.text("source_tags")))));
    }

    /** Reads the entry to create. References get the account of the target. */
    private static NewTimeEntry create(Row row, Account target, Optional<String> person) throws SQLException {
        LocalDate day = row.day("day");
        Optional<OffsetDateTime> start = row.optionalParsed("start", OffsetDateTime::parse);
        Duration duration = row.seconds("seconds");
        Optional<String> project = row.optional("project");
        Optional<String> task = row.optional("task");
        Optional<String> activity = row.optional("activity");
        String note = row.text("note");
        String tags = row.text("tags");
        Billable billable = row.parsed("billable", Billable::valueOf);
        return row.checked(() -> {
            NewTimeEntry.Builder entry = NewTimeEntry.of(
                    start.isPresent() ? WorkTime.from(start.get(), duration) : WorkTime.on(day, duration));
            person.ifPresent(id -> entry.person(PersonRef.of(target, id)));
            project.ifPresent(id -> entry.project(ProjectRef.of(target, id)));
            task.ifPresent(id -> entry.task(TaskRef.of(target, id)));
            activity.ifPresent(id -> entry.activity(ActivityRef.of(target, id)));
            return entry.note(note).tags(tags(tags)).billable(billable).build();
        });
    }

    private static List<String> tags(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR));
    }

    /**
     * Returns the text of a canary's features.
     *
     * @throws IllegalArgumentException if a name is not that of a feature
     */
    private static String features(Set<CanaryFeature> features) {
        return features.stream().sorted().map(CanaryFeature::name).collect(Collectors.joining(","));
    }

    static Set<CanaryFeature> features(String text) {
        return Arrays.stream(text.split(",")).map(CanaryFeature::valueOf).collect(Collectors.toSet());
    }
}
