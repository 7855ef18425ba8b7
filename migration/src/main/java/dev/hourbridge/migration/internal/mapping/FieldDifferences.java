package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.FieldChange;
import dev.hourbridge.migration.FieldDifference;
import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of fields that differ, and their text form for the ledger.
 *
 * <p>A report shows the text later, possibly in another process, when the row may have changed.
 */
public final class FieldDifferences {
    private static final String SEPARATOR = "\u001f";
    private static final String END = "\u001e";

    private FieldDifferences() {}

    /** Returns the planned and the actual value of each of these fields. */
    public static List<FieldDifference> of(Collection<EntryField> fields, EntryIdentity planned, EntryIdentity found) {
        return fields.stream()
                .map(field -> FieldDifference.of(field, value(field, planned), value(field, found)))
                .toList();
    }

    /** Returns the planned and the actual value of each of these fields, including the text of notes and tags. */
    public static List<FieldDifference> withTexts(
            Collection<EntryField> fields, EntryIdentity planned, EntryIdentity found) {
        return fields.stream()
                .map(field -> FieldDifference.of(field, text(field, planned), text(field, found)))
                .toList();
    }

    /** Returns the value of each of these fields before and after a change, including the text of notes and tags. */
    public static List<FieldChange> changes(Collection<EntryField> fields, EntryIdentity before, EntryIdentity after) {
        return fields.stream()
                .map(field -> FieldChange.of(field, text(field, before), text(field, after)))
                .toList();
    }

    /** Returns a value for comparison in a report, including notes and tags. */
    private static Optional<String> text(EntryField field, EntryIdentity identity) {
        return switch (field) {
            case NOTE -> Optional.of(identity.withoutTrailer().note()).filter(note -> !note.isEmpty());
            case TAGS -> Optional.of(String.join(", ", identity.tags())).filter(tags -> !tags.isEmpty());
            default -> value(field, identity);
        };
    }

    /** Returns a value as text; empty for fields whose values reports do not repeat. */
    private static Optional<String> value(EntryField field, EntryIdentity identity) {
        @Nullable
        Object value = switch (field) {
            case PERSON -> identity.person();
            case PROJECT -> identity.project();
            case TASK -> identity.task();
            case DATE -> identity.day();
            case START -> identity.start();
            case DURATION -> hours(Duration.ofSeconds(identity.seconds()));
            case ACTIVITY -> identity.activity();
            case BILLABLE -> identity.billable().name().toLowerCase(Locale.ROOT);
            default -> null;
        };
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isEmpty());
    }

    /** Returns {@code 1:30}, or {@code 1:30:15} if there are seconds. */
    public static String hours(Duration duration) {
        String text = String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
        return duration.toSecondsPart() == 0
                ? text
                : text + String.format(Locale.ROOT, ":%02d", duration.toSecondsPart());
    }

    /** Returns the text form that {@link #fromText} reads. */
    public static String toText(List<FieldDifference> differences) {
        StringBuilder text = new StringBuilder();
        for (FieldDifference each : differences) {
            text.append(each.field().name())
                    .append(SEPARATOR)
                    .append(escaped(each.planned()))
                    .append(SEPARATOR)
                    .append(escaped(each.found()))
                    .append(END);
        }
        return text.toString();
    }

    /** Returns the value with separators escaped, because a service may return any character in a name. */
    private static String escaped(Optional<String> value) {
        return value.orElse("").replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * Reads the text form; null and an empty string mean no difference.
     *
     * @throws IllegalArgumentException if this class did not write the text
     */
    public static List<FieldDifference> fromText(@Nullable String text) {
        List<FieldDifference> differences = new ArrayList<>();
        if (text != null && !text.isEmpty()) {
            for (String each : Arrays.asList(text.split(END, 0))) {
                String[] parts = each.split(SEPARATOR, -1);
                if (parts.length != 3) {
                    throw new IllegalArgumentException("not a list of field differences");
                }
                differences.add(FieldDifference.of(
                        EntryField.valueOf(parts[0]),
                        Optional.of(parts[1]).filter(value -> !value.isEmpty()),
                        Optional.of(parts[2]).filter(value -> !value.isEmpty())));
            }
        }
        return differences;
    }
}
