package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The work rules in the order in which they apply: rules with the most conditions first, then in configured order. */
final class WorkRules {
    /** No id is blank. */
    private static final Optional<String> NO_TASK = Optional.of("");

    private final List<WorkRule> rules;

    /**
     * Creates the rules.
     *
     * @param rules the rules in the order of the configuration
     */
    WorkRules(List<WorkRule> rules) {
        this.rules = ordered(rules);
    }

    /** Returns rules in the order in which they apply; rules with the same number of conditions retain their order. */
    static List<WorkRule> ordered(List<WorkRule> rules) {
        return rules.stream()
                .sorted(Comparator.comparingLong(WorkRules::countConditions).reversed())
                .toList();
    }

    /** Returns the rule for an entry. */
    Optional<WorkRule> match(TimeEntry entry) {
        return rules.stream()
                .filter(rule -> matches(rule.fromPerson(), entry.person().map(ref -> ref.id()))
                        && matches(rule.fromProject(), entry.project().map(ref -> ref.id()))
                        && matches(rule.fromTask(), entry.task().map(ref -> ref.id()))
                        && matches(rule.fromActivity(), entry.activity().map(ref -> ref.id()))
                        && !(rule.isWithoutTask() && entry.task().isPresent()))
                .findFirst();
    }

    private static boolean matches(Optional<String> condition, Optional<String> id) {
        return condition.isEmpty() || condition.equals(id);
    }

    /** Returns the conditions of a rule, which are equal for rules that apply to the same entries. */
    static List<Optional<String>> conditions(WorkRule rule) {
        return List.of(
                rule.fromPerson(),
                rule.fromProject(),
                rule.isWithoutTask() ? NO_TASK : rule.fromTask(),
                rule.fromActivity());
    }

    /** Returns the number of conditions of a rule. */
    static long countConditions(WorkRule rule) {
        return conditions(rule).stream().filter(Optional::isPresent).count();
    }

    /** Returns whether the rule is for entries with a certain value, or without a value, in a field. */
    static boolean names(WorkRule rule, EntryField field) {
        return switch (field) {
            case PERSON -> rule.fromPerson().isPresent();
            case PROJECT -> rule.fromProject().isPresent();
            case TASK -> rule.fromTask().isPresent() || rule.isWithoutTask();
            case ACTIVITY -> rule.fromActivity().isPresent();
            default -> false;
        };
    }
}
