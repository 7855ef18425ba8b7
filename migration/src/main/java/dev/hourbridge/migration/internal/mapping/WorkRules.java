package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.TimeEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The work rules in the order in which they apply: the most conditions first, then as configured. */
final class WorkRules {
    private final List<WorkRule> rules;

    WorkRules(List<WorkRule> rules) {
        this.rules = ordered(rules);
    }

    static List<WorkRule> ordered(List<WorkRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingLong(WorkRules::conditions).reversed())
                .toList();
    }

    /** Returns the rule for an entry. */
    Optional<WorkRule> match(TimeEntry entry) {
        return rules.stream()
                .filter(rule -> matches(rule.fromPerson(), entry.person().map(ref -> ref.id()))
                        && matches(rule.fromProject(), entry.project().map(ref -> ref.id()))
                        && matches(rule.fromTask(), entry.task().map(ref -> ref.id()))
                        && matches(rule.fromActivity(), entry.activity().map(ref -> ref.id())))
                .findFirst();
    }

    private static boolean matches(Optional<String> condition, Optional<String> id) {
        return condition.isEmpty() || condition.equals(id);
    }

    static long conditions(WorkRule rule) {
        return Stream.of(rule.fromPerson(), rule.fromProject(), rule.fromTask(), rule.fromActivity())
                .filter(Optional::isPresent)
                .count();
    }
}
