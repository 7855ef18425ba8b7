package dev.hourbridge.cli.report;

import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.UnreachableMapping;
import dev.hourbridge.migration.UnreachableMapping.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes what a plan reports about its mapping, as text for the user.
 *
 * <p>Ids are shown with their names from the source and their number of entries.
 */
final class MappingText {
    private static final int MAX_KEYS = 10;

    private MappingText() {}

    /** Returns the parts of the mapping that have no effect, one line for each reason. */
    static List<String> unreachable(MigrationPlan plan) {
        List<String> lines = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<String> keys = plan.unreachable().stream()
                    .filter(part -> part.reason() == reason)
                    .map(MappingText::key)
                    .toList();
            if (!keys.isEmpty()) {
                lines.add("No effect: " + some(keys) + ": " + explained(reason) + ".");
            }
        }
        return lines;
    }

    /** Returns the key as written in the configuration file. */
    static String key(UnreachableMapping part) {
        return part.key().startsWith("defaults.") ? part.key() : "map." + part.key();
    }

    private static String some(List<String> keys) {
        String shown = TerminalText.line(String.join(", ", keys.subList(0, Math.min(MAX_KEYS, keys.size()))));
        return keys.size() <= MAX_KEYS ? shown : shown + " and " + (keys.size() - MAX_KEYS) + " more";
    }

    /** Returns why a part of the mapping has no effect. */
    private static String explained(Reason reason) {
        return switch (reason) {
            case NOT_STORED -> "entries on the target have no such field";
            case REPEATED_RULE -> "an earlier rule has the same conditions";
            case RULE_FIRST -> "a rule under map.work for this id takes precedence";
        };
    }
}
