package dev.hourbridge.cli;

import dev.hourbridge.model.EntryField;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of which nothing may be lost. */
record ForbiddenLosses(Set<EntryField> fields) {

    static ForbiddenLosses none() {
        return new ForbiddenLosses(Set.of());
    }

    static ForbiddenLosses ofFields(List<EntryField> fields) {
        return new ForbiddenLosses(Set.copyOf(fields));
    }

    static ForbiddenLosses of(List<String> names) {
        Set<EntryField> fields = EnumSet.noneOf(EntryField.class);
        for (String name : names) {
            fields.add(Arrays.stream(EntryField.values())
                    .filter(field -> field.name().equalsIgnoreCase(name.strip()))
                    .findAny()
                    .orElseThrow(() -> unknown(name)));
        }
        return new ForbiddenLosses(fields);
    }

    static String word(EntryField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static UsageException unknown(String name) {
        String known =
                Arrays.stream(EntryField.values()).map(ForbiddenLosses::word).collect(Collectors.joining(", "));
        return new UsageException("--fail-on-loss: " + name + " is not one of " + known);
    }
}
