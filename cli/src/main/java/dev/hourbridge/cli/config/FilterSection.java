package dev.hourbridge.cli.config;

import dev.hourbridge.migration.EntryFilter;
import java.util.List;
import java.util.Set;

/**
 * Reads {@code filter}.
 *
 * <pre>
 * filter:
 *   people: ["25", "26"]
 *   billable: yes
 * </pre>
 */
final class FilterSection {
    private static final Key<List<String>> PEOPLE =
            Key.texts("people", "Include only entries of these people at the " + "source.");
    private static final Key<List<String>> PROJECTS =
            Key.texts("projects", "Include only entries of these projects at the source.");
    private static final Key<Boolean> BILLABLE =
            yesNo("billable", "Include only billable entries, or only " + "non-billable entries.");
    private static final Key<Boolean> INVOICED =
            yesNo("invoiced", "Include only invoiced entries, or only entries " + "that are not invoiced.");
    static final List<Key<?>> KEYS = List.of(PEOPLE, PROJECTS, BILLABLE, INVOICED);

    private FilterSection() {}

    /** Reads the filter. An empty section includes every entry. */
    static EntryFilter read(YamlMap section) {
        section.allowOnly(KEYS);
        EntryFilter.Builder filter = EntryFilter.builder();
        section.find(PEOPLE).map(Set::copyOf).ifPresent(filter::people);
        section.find(PROJECTS).map(Set::copyOf).ifPresent(filter::projects);
        section.find(BILLABLE).ifPresent(filter::billable);
        section.find(INVOICED).ifPresent(filter::invoiced);
        return filter.build();
    }

    private static Key<Boolean> yesNo(String name, String description) {
        return Key.parsed(name, description, FilterSection::isYes, "use yes or no, or omit the key to include both")
                .with("type", List.of("string", "boolean"))
                .with("enum", List.of("yes", "no", true, false));
    }

    /**
     * Returns whether the word means yes.
     *
     * @throws IllegalArgumentException if it means neither yes nor no
     */
    private static boolean isYes(String word) {
        return switch (word) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }
}
