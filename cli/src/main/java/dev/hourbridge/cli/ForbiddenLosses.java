package dev.hourbridge.cli;

import dev.hourbridge.model.EntryField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that must not lose data, as named in the option. */
final class ForbiddenLosses {
    private ForbiddenLosses() {}

    /**
     * Reads the fields of the option {@code --must-keep}.
     *
     * @param names field names in upper or lower case
     * @throws UsageException if there is no such field; the message lists all
     */
    static Set<EntryField> of(List<String> names) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        for (String name : names) {
            fields.add(Arrays.stream(EntryField.values())
                    .filter(field -> field.name().equalsIgnoreCase(name.strip()))
                    .findAny()
                    .orElseThrow(() -> unknown(name)));
        }
        return fields;
    }

    /** Returns the word for a field, as used in the option and the reports. */
    static String word(EntryField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static UsageException unknown(String name) {
        String known =
                Arrays.stream(EntryField.values()).map(ForbiddenLosses::word).collect(Collectors.joining(", "));
        return new UsageException("--fail-on-loss: " + name + " is not one of " + known);
    }
}
