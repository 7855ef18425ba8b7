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
 * <p>One work rule applies to an entry: the one with the most conditions, and of those the first. It wins over the
 * maps, and they win over what the trailer of an earlier migration retained and over the defaults, in this order.
 * Only for the task does the map win over a rule that does not name the task. A rule that replaces a value of the
 * source without naming it declares that value as dropped.
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

    /** A builder of a mapping; empty at first. */
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

    /** Source person to target person. */
    public abstract Map<String, String> people();

    /** Source project to target project. */
    public abstract Map<String, String> projects();

    /** Source task to target task. */
    public abstract Map<String, String> tasks();

    /** Source activity to target activity. */
    public abstract Map<String, String> activities();

    /** Source project to the target task of its entries for which nothing else gives one. */
    public abstract Map<String, String> projectTasks();

    /** Source ids of people, projects, tasks and activities whose entries are skipped. */
    public abstract Map<EntryField, Set<String>> skipped();

    /** Rules over several fields; of those with equally many conditions, the first applies. */
    public abstract List<WorkRule> work();

    /** The target person of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultPerson();

    /** The target project of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultProject();

    /** The target task of entries that have none, or an unmapped one, and no project from the map. */
    public abstract Optional<String> defaultTask();

    /** The target activity of entries that have none, or an unmapped one. */
    public abstract Optional<String> defaultActivity();

    /** The note of entries that have none, used only where the target demands one. */
    public abstract Optional<String> defaultNote();

    /** Whether entries are billable of which the source does not say so. */
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

        /** Source person to target person. Default: empty. */
        public final Builder people(Map<String, String> people) {
            return setPeople(ids("people", people));
        }

        /** Source project to target project. Default: empty. */
        public final Builder projects(Map<String, String> projects) {
            return setProjects(ids("projects", projects));
        }

        /** Source task to target task. Default: empty. */
        public final Builder tasks(Map<String, String> tasks) {
            return setTasks(ids("tasks", tasks));
        }

        /** Source activity to target activity. Default: empty. */
        public final Builder activities(Map<String, String> activities) {
            return setActivities(ids("activities", activities));
        }

        /** Source project to the target task where nothing else gives one. Default: empty. */
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

        /** Rules over several fields. Default: none. */
        public final Builder work(List<WorkRule> work) {
            return setWork(List.copyOf(given("work", work)));
        }

        /** The person where none is mapped. Default: none, so that the plan asks. */
        public final Builder defaultPerson(String id) {
            return setDefaultPerson(id("defaultPerson", id));
        }

        /** The project where none is mapped. Default: none, so that the plan asks. */
        public final Builder defaultProject(String id) {
            return setDefaultProject(id("defaultProject", id));
        }

        /** The task where neither a task nor a project is mapped. Default: none. */
        public final Builder defaultTask(String id) {
            return setDefaultTask(id("defaultTask", id));
        }

        /** The activity where none is mapped. Default: none. */
        public final Builder defaultActivity(String id) {
            return setDefaultActivity(id("defaultActivity", id));
        }

        /** The note where the target demands one and the source has none. Default: none. */
        public final Builder defaultNote(String note) {
            return setDefaultNote(given("defaultNote", note));
        }

        /** Billable where the source does not say. Default: unspecified, which is not sent. */
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
         * The mapping.
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

        /** A copy, so that what the caller does to theirs later changes nothing. */
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
