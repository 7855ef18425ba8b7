package dev.hourbridge.cli.config;

import dev.hourbridge.migration.EntryFilter;
import java.util.List;
import java.util.Set;

/** Reads {@code filter}. */
final class FilterSection {
    private FilterSection() {}

    static EntryFilter read(YamlMap section) {
        section.allowOnly("people", "projects", "billable", "invoiced");
        EntryFilter.Builder filter =
                EntryFilter.builder().people(ids(section, "people")).projects(ids(section, "projects"));
        section.find("billable").map(FilterSection::isYes).ifPresent(filter::billable);
        section.find("invoiced").map(FilterSection::isYes).ifPresent(filter::invoiced);
        return filter.build();
    }

    /** An empty list would let every entry through, which is not what a filter is written for. */
    private static Set<String> ids(YamlMap section, String key) {
        List<String> ids = section.texts(key);
        if (section.has(key) && (ids.isEmpty() || ids.stream().anyMatch(String::isBlank))) {
            throw section.location(key).error("give at least one id and no blank one, or leave the key out");
        }
        return Set.copyOf(ids);
    }

    private static boolean isYes(YamlText word) {
        return switch (word.text()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw word.location().error("give yes or no, or leave the key out for both");
        };
    }
}
