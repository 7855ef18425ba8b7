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
 * Maps ids of the source to ids of the target, and provides defaults for entries without an id. Ids are those that the
 * services use, as text. Immutable and thread-safe.
 *
 * <p>At most one work rule applies to an entry: the matching rule with the most conditions, or the first of these if
 * there are several. It takes precedence over the maps. The maps take precedence over values that an earlier migration
 * retained in the trailer of a note, and these take precedence over the defaults. For the task only, the map takes
 * precedence over a rule that does not name the task. If a rule replaces a source value that it does not name, that
 * value is reported as dropped.
 *
 * <p>An entry is skipped if its rule skips it, or if one of its ids is {@linkplain #skipped() skipped} and its rule
 * does not name that id. A skipped entry is not sent and does not prevent the plan from being carried out.
 *
 * <pre>{@code
 * Mapping mapping = Mapping.builder().people(Map.of("17", "999")).defaultProject("26").build();
 * }</pre>
 */
@AutoValue
public abstract class Mapping {
    private static final Set<EntryField> KINDS =
            EnumSet.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.ACTIVITY);

    Mapping() {}

    /** Returns a builder with an empty mapping. */
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

    /** Returns the target ids of people, by source id. */
    public abstract Map<String, String> people();

    /** Returns the target ids of projects, by source id. */
    public abstract Map<String, String> projects();

    /** Returns the target ids of tasks, by source id. */
    public abstract Map<String, String> tasks();

    /** Returns the target ids of activities, by source id. */
    public abstract Map<String, String> activities();

    /** Returns the target ids of tasks, by source project id, for entries without another task. */
    public abstract Map<String, String> projectTasks();

    /** Returns the source ids of people, projects, tasks and activities whose entries are skipped. */
    public abstract Map<EntryField, Set<String>> skipped();

    /** Returns the rules that combine several fields; among those with the same number of conditions, the first applies. */
    public abstract List<WorkRule> work();

    /** Returns the target person for entries without a mapped person. */
    public abstract Optional<String> defaultPerson();

    /** Returns the target project for entries without a mapped project. */
    public abstract Optional<String> defaultProject();

    /** Returns the target task for entries without a mapped task and without a mapped project. */
    public abstract Optional<String> defaultTask();

    /** Returns the target activity for entries without a mapped activity. */
    public abstract Optional<String> defaultActivity();

    /** Returns the note for entries without one; used only if the target requires a note. */
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

    /** Builds a {@link Mapping}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the target ids of people, by source id. Default: empty. */
        public final Builder people(Map<String, String> people) {
            return setPeople(ids("people", people));
        }

        /** Sets the target ids of projects, by source id. Default: empty. */
        public final Builder projects(Map<String, String> projects) {
            return setProjects(ids("projects", projects));
        }

        /** Sets the target ids of tasks, by source id. Default: empty. */
        public final Builder tasks(Map<String, String> tasks) {
            return setTasks(ids("tasks", tasks));
        }

        /** Sets the target ids of activities, by source id. Default: empty. */
        public final Builder activities(Map<String, String> activities) {
            return setActivities(ids("activities", activities));
        }

        /** Sets the target ids of tasks, by source project id, for entries without another task. Default: empty. */
        public final Builder projectTasks(Map<String, String> tasks) {
            return setProjectTasks(ids("projectTasks", tasks));
        }

        /**
         * Skips the entries that have one of these source ids. Replaces any ids previously set for this kind. Default:
         * none.
         *
         * @param kind person, project, task or activity
         * @throws InvalidInputException if the kind is not one of these or an id is blank
         */
        public final Builder skip(EntryField kind, Set<String> ids) {
            if (!KINDS.contains(given("skip", kind))) {
                throw new InvalidInputException(
                        "skip", "the kind " + kind, "specify PERSON, PROJECT, TASK or ACTIVITY");
            }
            given("skip", ids).forEach(id -> id("skip", id));
            Map<EntryField, Set<String>> all = new TreeMap<>(skipped());
            all.put(kind, Collections.unmodifiableSet(new TreeSet<>(ids)));
            all.values().removeIf(Set::isEmpty);
            return setSkipped(Collections.unmodifiableMap(all));
        }

        /** Sets the rules that combine several fields. Default: none. */
        public final Builder work(List<WorkRule> work) {
            return setWork(List.copyOf(given("work", work)));
        }

        /** Sets the person for entries without a mapped person. Default: none, so the plan needs a decision. */
        public final Builder defaultPerson(String id) {
            return setDefaultPerson(id("defaultPerson", id));
        }

        /** Sets the project for entries without a mapped project. Default: none, so the plan needs a decision. */
        public final Builder defaultProject(String id) {
            return setDefaultProject(id("defaultProject", id));
        }

        /** Sets the task for entries without a mapped task and without a mapped project. Default: none. */
        public final Builder defaultTask(String id) {
            return setDefaultTask(id("defaultTask", id));
        }

        /** Sets the activity for entries without a mapped activity. Default: none. */
        public final Builder defaultActivity(String id) {
            return setDefaultActivity(id("defaultActivity", id));
        }

        /** Sets the note for entries without one; used only if the target requires a note. Default: none. */
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
                throw new InvalidInputException(field, "a blank id", "use the id that the service shows, or omit it");
            }
            return value;
        }

        private static <T> T given(String field, @Nullable T value) {
            if (value == null) {
                throw new InvalidInputException(field, "no value", "set it or omit it");
            }
            return value;
        }
    }
}
