package dev.hourbridge.migration;

import dev.hourbridge.model.EntryField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of fields that differ, and the text in which the ledger keeps them. */
final class FieldDifferences {
    private static final String SEPARATOR = "\u001f";
    private static final String END = "\u001e";

    private FieldDifferences() {}

    static List<FieldDifference> of(Collection<EntryField> fields, Facts planned, Facts found) {
        return fields.stream()
                .map(field -> FieldDifference.of(field, value(field, planned), value(field, found)))
                .toList();
    }

    private static Optional<String> value(EntryField field, Facts facts) {
        @Nullable
        Object value = switch (field) {
            case PERSON -> facts.person();
            case PROJECT -> facts.project();
            case TASK -> facts.task();
            case DATE -> facts.day();
            case START -> facts.start();
            case DURATION -> hours(Duration.ofSeconds(facts.seconds()));
            case ACTIVITY -> facts.activity();
            case BILLABLE -> facts.billable().name().toLowerCase(Locale.ROOT);
            default -> null;
        };
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isEmpty());
    }

    private static String hours(Duration duration) {
        String text = String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
        return duration.toSecondsPart() == 0
                ? text
                : text + String.format(Locale.ROOT, ":%02d", duration.toSecondsPart());
    }

    static String toText(List<FieldDifference> differences) {
        StringBuilder text = new StringBuilder();
        for (FieldDifference each : differences) {
            text.append(each.field().name())
                    .append(SEPARATOR)
                    .append(kept(each.planned()))
                    .append(SEPARATOR)
                    .append(kept(each.found()))
                    .append(END);
        }
        return text.toString();
    }

    /** A service may put anything into a name, the separators too. */
    private static String kept(Optional<String> value) {
        return value.orElse("").replaceAll("\\p{Cntrl}", " ");
    }

    static List<FieldDifference> fromText(@Nullable String text) {
        List<FieldDifference> differences = new ArrayList<>();
        if (text != null && !text.isEmpty()) {
            for (String each : Arrays.asList(text.split(END, 0))) {
                String[] parts = each.split(SEPARATOR, -1);
                if (parts.length != 3) {
                    throw new IllegalArgumentException("not what is written into a ledger");
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
