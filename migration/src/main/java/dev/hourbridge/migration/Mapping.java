package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.InvalidInputException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Maps ids of the source to ids of the target, and gives defaults where the source has none. Ids are the
 * services' own, as text. Immutable and safe for use by several threads.
 *
 * <p>One work rule applies to an entry: the one with the most conditions, and of those the first. It takes precedence
 * over the maps, which take precedence over what the trailer of an earlier migration retained, and that over the
 * defaults. For the task only, the map takes precedence over a rule that does not name the task. A rule that replaces a
 * value of the source without naming it declares that value as dropped.
 *
 * <p>An entry is skipped, which means neither sent nor an obstacle to the plan, if its rule skips it, or if one of its
 * ids is {@linkplain #skipped() skipped} and its rule does not name that id.
 *
 * <pre>{@code Mapping mapping = Mapping.builder().people(Map.of("17", "999")).defaultProject("26").build();}</pre>
 */
@AutoValue
public abstract class Mapping {
    private static final Set<EntryField> KINDS =
            EnumSet.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.ACTIVITY);

    Mapping() {}

    /** Returns a builder of a mapping; empty at first. */
    public static Builder builder() {
        return new AutoValue_Mapping.Builder()
                .setPeople(Map.of())
                .setProjects(Map.of())
                .setTasks(Map.of())
                .setActivities(Map.of())
                .setProjectTasks(Map.of())
                .setSkipped(Map.of())
                .setWork(List.of())
                .setDefaultBillable(Billable.UNSPECIFIED);
    }

    /** Returns the target's person for each of the source. */
    public abstract Map<String, String> people();

    /** Returns the target's project for each of the source. */
    public abstract Map<String, String> projects();

    /** Returns the target's task for each of the source. */
    public abstract Map<String, String> tasks();

    /** Returns the target's activity for each of the source. */
    public abstract Map<String, String> activities();

    /** Returns the target's task for projects of the source, for entries without another task. */
    public abstract Map<String, String> projectTasks();

    /** Returns the source's ids of people, projects, tasks and activities whose entries are skipped. */
    public abstract Map<EntryField, Set<String>> skipped();

    /** Returns the rules over several fields; of those with equally many conditions, the first applies. */
    public abstract List<WorkRule> work();

    /** Returns the target person of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultPerson();

    /** Returns the target project of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultProject();

    /** Returns the target task of entries that have none, or an unmapped one, and no project from the map. */
    public abstract Optional<String> defaultTask();

    /** Returns the target activity of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultActivity();

    /** Returns the note of entries that have none, used only where the target demands one. */
    public abstract Optional<String> defaultNote();

    /** Returns the billable flag of entries for which the source states none. */
    public abstract Billable defaultBillable();

    private Map<EntryField, Map<String, String>> maps() {
        return Map.of(
                EntryField.PERSON, people(),
                EntryField.PROJECT, projects(),
                EntryField.TASK, tasks(),
                EntryField.ACTIVITY, activities());
    }

    /** Builds a {@link Mapping}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the target's person for each of the source. Default: empty. */
        public final Builder people(Map<String, String> people) {
            return setPeople(ids("people", people));
        }

        /** Sets the target's project for each of the source. Default: empty. */
        public final Builder projects(Map<String, String> projects) {
            return setProjects(ids("projects", projects));
        }

        /** Sets the target's task for each of the source. Default: empty. */
        public final Builder tasks(Map<String, String> tasks) {
            return setTasks(ids("tasks", tasks));
        }

        /** Sets the target's activity for each of the source. Default: empty. */
        public final Builder activities(Map<String, String> activities) {
            return setActivities(ids("activities", activities));
        }

        /** Sets the target's task for projects of the source, for entries without another task. Default: empty. */
        public final Builder projectTasks(Map<String, String> tasks) {
            return setProjectTasks(ids("projectTasks", tasks));
        }

        /**
         * Skips entries by their source's ids. Replaces what was given for the kind before. Default: none.
         *
         * @param kind person, project, task or activity
         * @throws InvalidInputException if the kind is another, or an id is blank
         */
        public final Builder skip(EntryField kind, Set<String> ids) {
            if (!KINDS.contains(given("skip", kind))) {
                throw new InvalidInputException("skip", "the kind " + kind, "give PERSON, PROJECT, TASK or ACTIVITY");
            }
            given("skip", ids).forEach(id -> id("skip", id));
            Map<EntryField, Set<String>> all = new TreeMap<>(skipped());
            all.put(kind, Collections.unmodifiableSet(new TreeSet<>(ids)));
            all.values().removeIf(Set::isEmpty);
            return setSkipped(Collections.unmodifiableMap(all));
        }

        /** Sets the rules over several fields. Default: none. */
        public final Builder work(List<WorkRule> work) {
            return setWork(List.copyOf(given("work", work)));
        }

        /** Sets the person where none is mapped. Default: none, so that the plan asks. */
        public final Builder defaultPerson(String id) {
            return setDefaultPerson(id("defaultPerson", id));
        }

        /** Sets the project where none is mapped. Default: none, so that the plan asks. */
        public final Builder defaultProject(String id) {
            return setDefaultProject(id("defaultProject", id));
        }

        /** Sets the task where neither a task nor a project is mapped. Default: none. */
        public final Builder defaultTask(String id) {
            return setDefaultTask(id("defaultTask", id));
        }

        /** Sets the activity where none is mapped. Default: none. */
        public final Builder defaultActivity(String id) {
            return setDefaultActivity(id("defaultActivity", id));
        }

        /** Sets the note where the target demands one and the source has none. Default: none. */
        public final Builder defaultNote(String note) {
            return setDefaultNote(given("defaultNote", note));
        }

        /**
         * Sets the billable flag of entries for which the source states none. Default: unspecified, which is not sent.
         */
        public final Builder defaultBillable(Billable billable) {
            return setDefaultBillable(given("defaultBillable", billable));
        }

        abstract Builder setPeople(Map<String, String> people);

        abstract Builder setProjects(Map<String, String> projects);

        abstract Builder setTasks(Map<String, String> tasks);

        abstract Builder setActivities(Map<String, String> activities);

        abstract Builder setProjectTasks(Map<String, String> tasks);

        abstract Builder setSkipped(Map<EntryField, Set<String>> ids);

        abstract Map<EntryField, Set<String>> skipped();

        abstract Builder setWork(List<WorkRule> work);

        abstract Builder setDefaultPerson(String id);

        abstract Builder setDefaultProject(String id);

        abstract Builder setDefaultTask(String id);

        abstract Builder setDefaultActivity(String id);

        abstract Builder setDefaultNote(String note);

        abstract Builder setDefaultBillable(Billable billable);

        abstract Mapping autoBuild();

        /**
         * Returns the mapping.
         *
         * @throws InvalidInputException if an id is both mapped and skipped
         */
        public final Mapping build() {
            Mapping mapping = autoBuild();
            mapping.skipped().forEach((kind, ids) -> {
                Map<String, String> map = Objects.requireNonNull(mapping.maps().get(kind));
                ids.stream().filter(map::containsKey).findFirst().ifPresent(id -> {
                    throw new InvalidInputException("skip", "the mapped id " + id, "map it or skip it");
                });
            });
            return mapping;
        }

        /** Returns a copy, so that what the caller does to theirs later changes nothing. */
        private static Map<String, String> ids(String field, @Nullable Map<String, String> ids) {
            Map<String, String> given = given(field, ids);
            given.forEach((from, to) -> {
                id(field, from);
                id(field, to);
            });
            return Map.copyOf(given);
        }

        private static String id(String field, @Nullable String id) {
            String value = given(field, id);
            if (value.isBlank()) {
                throw new InvalidInputException(field, "a blank id", "give the service's own id, or leave it out");
            }
            return value;
        }

        private static <T> T given(String field, @Nullable T value) {
            if (value == null) {
                throw new InvalidInputException(field, "nothing given", "give it, or leave it out");
            }
            return value;
        }
    }
}
