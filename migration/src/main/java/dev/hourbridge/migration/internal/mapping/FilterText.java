package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.EntryFilter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text form of a filter in the ledger, as {@code people=25,26;billable=true}.
 *
 * <p>Keys are in a fixed order and ids in alphabetical order, so equal filters have equal text, and the digest of a
 * plan does not depend on the order in a file.
 */
public final class FilterText {
    private FilterText() {}

    /** Returns the text form; an empty string for a filter that includes every entry. */
    public static String of(EntryFilter filter) {
        StringBuilder text = new StringBuilder();
        append(text, "people", ids(filter.people()));
        append(text, "projects", ids(filter.projects()));
        append(text, "billable", filter.billable().map(String::valueOf).orElse(""));
        append(text, "invoiced", filter.invoiced().map(String::valueOf).orElse(""));
        return text.toString();
    }

    private static void append(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? "" : ";").append(key).append('=').append(value);
        }
    }

    private static String ids(Set<String> ids) {
        return ids.stream().map(Trailer::escapedElement).sorted().collect(Collectors.joining(","));
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if this class did not write the text
     */
    public static EntryFilter parse(String text) {
        EntryFilter.Builder filter = EntryFilter.builder();
        for (String part : text.isEmpty() ? new String[0] : text.split(";", -1)) {
            String value = part.substring(part.indexOf('=') + 1);
            switch (part.substring(0, Math.max(0, part.indexOf('=')))) {
                case "people" -> filter.people(set(value));
                case "projects" -> filter.projects(set(value));
                case "billable" -> filter.billable(Boolean.parseBoolean(value));
                case "invoiced" -> filter.invoiced(Boolean.parseBoolean(value));
                default -> throw new IllegalArgumentException("not a filter");
            }
        }
        return filter.build();
    }

    private static Set<String> set(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(Trailer::unescaped)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
