package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeEntry;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A filter for the source's entries, for example for a pilot run. The ledger records it with each plan. A later plan
 * may widen the filter, but not narrow it. Immutable and thread-safe.
 *
 * <pre>{@code
 * EntryFilter pilot = EntryFilter.builder().people(Set.of("17")).invoiced(true).build();
 * }</pre>
 */
@AutoValue
public abstract class EntryFilter {
    EntryFilter() {}

    /** Returns a filter that matches every entry. */
    public static EntryFilter all() {
        return builder().build();
    }

    /** Returns a builder whose filter matches every entry unless conditions are set. */
    public static Builder builder() {
        return new AutoValue_EntryFilter.Builder().setPeople(Set.of()).setProjects(Set.of());
    }

    /** Returns the source ids of the people; empty for the entries of all people. */
    public abstract Set<String> people();

    /** Returns the source ids of the projects; empty for entries with any project or none. */
    public abstract Set<String> projects();

    /**
     * Returns whether matching entries are billable; empty for either. An entry without a billable flag matches neither
     * value.
     */
    public abstract Optional<Boolean> billable();

    /** Returns whether matching entries are on an invoice; empty for either. */
    public abstract Optional<Boolean> invoiced();

    /** Returns whether the filter matches an entry. */
    public final boolean matches(TimeEntry entry) {
        return (people().isEmpty()
                        || entry.person()
                                .filter(ref -> people().contains(ref.id()))
                                .isPresent())
                && (projects().isEmpty()
                        || entry.project()
                                .filter(ref -> projects().contains(ref.id()))
                                .isPresent())
                && billable()
                        .map(yes -> entry.billable() == (yes ? Billable.YES : Billable.NO))
                        .orElse(true)
                && invoiced().map(yes -> entry.invoice().isPresent() == yes).orElse(true);
    }

    /** Returns whether this filter matches every entry that the other filter matches. */
    final boolean isAtLeast(EntryFilter other) {
        return isAtLeast(people(), other.people())
                && isAtLeast(projects(), other.projects())
                && (billable().isEmpty() || billable().equals(other.billable()))
                && (invoiced().isEmpty() || invoiced().equals(other.invoiced()));
    }

    private static boolean isAtLeast(Set<String> these, Set<String> others) {
        return these.isEmpty() || (!others.isEmpty() && these.containsAll(others));
    }

    /**
     * Throws an exception if the source's entries lack a field of the filter. The filter would then match no entry, or
     * every entry.
     */
    final void check(Capabilities source) {
        check(source, "projects", EntryField.PROJECT, !projects().isEmpty());
        check(source, "billable", EntryField.BILLABLE, billable().isPresent());
        check(source, "invoiced", EntryField.INVOICE, invoiced().isPresent());
    }

    private static void check(Capabilities source, String key, EntryField field, boolean isUsed) {
        if (isUsed && !source.readable().contains(field)) {
            throw new InvalidInputException(
                    "filter." + key, "a field that the source's entries do not have", "omit it");
        }
    }

    /** Builds an {@link EntryFilter}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the source ids of the people. Default: empty, for all people. */
        public final Builder people(Set<String> ids) {
            return setPeople(sorted("filter.people", ids));
        }

        /** Sets the source ids of the projects. Default: empty, for all projects. */
        public final Builder projects(Set<String> ids) {
            return setProjects(sorted("filter.projects", ids));
        }

        /** Sets whether matching entries are billable. Default: either. */
        public final Builder billable(boolean billable) {
            return setBillable(billable);
        }

        /** Sets whether matching entries are on an invoice. Default: either. */
        public final Builder invoiced(boolean invoiced) {
            return setInvoiced(invoiced);
        }

        abstract Builder setPeople(Set<String> ids);

        abstract Builder setProjects(Set<String> ids);

        abstract Builder setBillable(boolean billable);

        abstract Builder setInvoiced(boolean invoiced);

        abstract EntryFilter autoBuild();

        /** Returns the filter. */
        public final EntryFilter build() {
            return autoBuild();
        }

        private static Set<String> sorted(String field, Set<String> ids) {
            if (ids.stream().anyMatch(String::isBlank)) {
                throw new InvalidInputException(field, "a blank id", "use the id that the service shows, or omit it");
            }
            return Collections.unmodifiableSet(new TreeSet<>(ids));
        }
    }
}
