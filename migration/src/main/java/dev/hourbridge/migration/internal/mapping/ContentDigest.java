package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.ContradictingDuration;
import dev.hourbridge.migration.EntryFilter;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.Capabilities;
import java.util.TreeMap;

/**
 * A digest of everything that determines the result for an entry. The ledger stores it with the plan, so no step
 * carries out a plan that was made with another mapping. Its text must not change between versions: settings that a
 * version adds are omitted if they have their default.
 */
public final class ContentDigest {
    private ContentDigest() {}

    /** Returns the digest as hexadecimal digits. */
    public static String of(Mapping mapping, Policy policy, EntryFilter filter, Capabilities target) {
        Digests digest = new Digests();
        if (!filter.equals(EntryFilter.all())) {
            digest.add(FilterText.of(filter));
        }
        return digest.add(text(mapping))
                .add(text(policy))
                .add(target.placement())
                .add(target.startForm())
                .add(target.zone())
                .add(target.durationUnit())
                .hex();
    }

    /** Returns the content of the mapping, in an order that does not depend on the file. */
    private static String text(Mapping mapping) {
        return new TreeMap<>(mapping.people()) + "\n" + new TreeMap<>(mapping.projects()) + "\n"
                + new TreeMap<>(mapping.tasks()) + "\n" + new TreeMap<>(mapping.activities()) + "\n" + mapping.work()
                + "\n" + mapping.defaultPerson() + "\n" + mapping.defaultProject() + "\n" + mapping.defaultTask() + "\n"
                + mapping.defaultActivity() + "\n" + mapping.defaultNote() + "\n" + mapping.defaultBillable()
                + (mapping.projectTasks().isEmpty() ? "" : "\n" + new TreeMap<>(mapping.projectTasks()))
                + (mapping.skipped().isEmpty() ? "" : "\n" + mapping.skipped());
    }

    private static String text(Policy policy) {
        String text = policy.rounding() + "\n" + policy.marker() + "\n" + policy.startPolicy();
        return policy.contradictingDuration() == ContradictingDuration.REFUSE
                ? text
                : text + "\n" + policy.contradictingDuration();
    }
}
