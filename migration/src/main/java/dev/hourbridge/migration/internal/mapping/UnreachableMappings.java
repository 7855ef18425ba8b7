package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.UnreachableMapping;
import dev.hourbridge.migration.UnreachableMapping.Reason;
import dev.hourbridge.migration.WorkRule;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the parts of a mapping that no entry can use on a target.
 *
 * <p>Such a part is most likely a mistake, and the plan reports it before anything is sent.
 */
public final class UnreachableMappings {
    private final Mapping mapping;
    private final Capabilities target;
    private final List<WorkRule> rules;
    private final List<UnreachableMapping> found = new ArrayList<>();

    private UnreachableMappings(Mapping mapping, Capabilities target) {
        this.mapping = mapping;
        this.target = target;
        this.rules = WorkRules.ordered(mapping.work());
    }

    /** Returns the unreachable parts: of each map, of the rules, and of the defaults, in this order. */
    public static List<UnreachableMapping> of(Mapping mapping, Capabilities target) {
        UnreachableMappings all = new UnreachableMappings(mapping, target);
        all.maps();
        all.rules();
        all.defaults();
        return List.copyOf(all.found);
    }

    private void maps() {
        map(EntryField.PERSON, "people", mapping.people(), WorkRule::fromPerson, WorkRule::toPerson);
        map(EntryField.PROJECT, "projects", mapping.projects(), WorkRule::fromProject, WorkRule::toProject);
        map(EntryField.TASK, "tasks", mapping.tasks(), WorkRule::fromTask, WorkRule::toTask);
        map(EntryField.ACTIVITY, "activities", mapping.activities(), WorkRule::fromActivity, WorkRule::toActivity);
    }

    /** Finds ids in a section that have no effect. */
    private void map(
            EntryField field,
            String section,
            Map<String, String> ids,
            Function<WorkRule, Optional<String>> from,
            Function<WorkRule, Optional<String>> to) {
        for (String id : new TreeMap<>(ids).keySet()) {
            if (!isStored(field)) {
                add(section + "." + id, Reason.NOT_STORED);
            } else if (isDecidedByRule(field, id, from, to)) {
                add(section + "." + id, Reason.RULE_FIRST);
            }
        }
    }

    /**
     * Returns whether a field is used. A person always is: if the target does not store people, the person determines
     * the credentials.
     */
    private boolean isStored(EntryField field) {
        return switch (field) {
            case PERSON -> true;
            case PROJECT -> target.placement() != Placement.TASK;
            default -> target.writable().contains(field);
        };
    }

    /** Returns whether a rule sets the field for every entry with this id. A task yields only to rules that name it. */
    private boolean isDecidedByRule(
            EntryField field,
            String id,
            Function<WorkRule, Optional<String>> from,
            Function<WorkRule, Optional<String>> to) {
        for (WorkRule rule : rules) {
            boolean names = from.apply(rule).isPresent();
            boolean isForOthers = names && !from.apply(rule).get().equals(id);
            if (isForOthers || (field == EntryField.TASK && rule.isWithoutTask())) {
                continue;
            }
            boolean isGiven = rule.isSkip() || to.apply(rule).isPresent();
            if (!isGiven || (field == EntryField.TASK && !names && !rule.isSkip())) {
                return false;
            }
            if (names && WorkRules.countConditions(rule) == 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * Finds rules that have no effect: rules with the conditions of an earlier rule, and rules that set only fields
     * that the target does not store.
     */
    private void rules() {
        Set<List<Optional<String>>> seen = new HashSet<>();
        for (int i = 0; i < mapping.work().size(); i++) {
            WorkRule rule = mapping.work().get(i);
            String key = "work." + (i + 1);
            if (!seen.add(WorkRules.conditions(rule))) {
                add(key, Reason.REPEATED_RULE);
            } else if (isWithoutEffect(rule)) {
                add(key, Reason.NOT_STORED);
            }
        }
    }

    /** Returns whether a rule sets only fields that the target does not store. */
    private boolean isWithoutEffect(WorkRule rule) {
        return !rule.isSkip()
                && rule.toPerson().isEmpty()
                && (rule.toProject().isEmpty() || !isStored(EntryField.PROJECT))
                && (rule.toTask().isEmpty() || !isStored(EntryField.TASK))
                && (rule.toActivity().isEmpty() || !isStored(EntryField.ACTIVITY));
    }

    /** Finds defaults of fields that the target does not store. */
    private void defaults() {
        if (mapping.defaultProject().isPresent() && !isStored(EntryField.PROJECT)) {
            add("defaults.project", Reason.NOT_STORED);
        }
        if (mapping.defaultTask().isPresent() && !isStored(EntryField.TASK)) {
            add("defaults.task", Reason.NOT_STORED);
        }
        if (mapping.defaultActivity().isPresent() && !isStored(EntryField.ACTIVITY)) {
            add("defaults.activity", Reason.NOT_STORED);
        }
        if (mapping.defaultBillable() != Billable.UNSPECIFIED && !isStored(EntryField.BILLABLE)) {
            add("defaults.billable", Reason.NOT_STORED);
        }
    }

    private void add(String key, Reason reason) {
        found.add(UnreachableMapping.of(key, reason));
    }
}
