package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.Billable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which source id is which target id, and what to write where the source has nothing. Ids are the
 * services' own, as text. Immutable and safe for use by several threads.
 *
 * <p>For one entry the work rule that names most fields comes first, then the maps, then the
 * defaults.
 */
@AutoValue
public abstract class Mapping {
    Mapping() {}

    /** A builder of a mapping; empty at first. */
    public static Builder builder() {
        return new AutoValue_Mapping.Builder()
                .people(Map.of())
                .projects(Map.of())
                .tasks(Map.of())
                .activities(Map.of())
                .work(List.of())
                .defaultBillable(Billable.UNSPECIFIED);
    }

    /** Source person to target person. */
    public abstract Map<String, String> people();

    /** Source project to target project. */
    public abstract Map<String, String> projects();

    /** Source task to target task. */
    public abstract Map<String, String> tasks();

    /** Source activity to target activity. */
    public abstract Map<String, String> activities();

    /** Rules over several fields; of those that name equally many, the first wins. */
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

    /** Whatever decides on content, in one order, for the digest in the ledger. */
    final String canonicalText() {
        return new TreeMap<>(people()) + "\n" + new TreeMap<>(projects()) + "\n" + new TreeMap<>(tasks()) + "\n"
                + new TreeMap<>(activities()) + "\n" + work() + "\n" + defaultPerson() + "\n" + defaultProject() + "\n"
                + defaultTask() + "\n" + defaultActivity() + "\n" + defaultNote() + "\n" + defaultBillable();
    }

    /** Builds a {@link Mapping}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Source person to target person. Default: empty. */
        public abstract Builder people(Map<String, String> people);

        /** Source project to target project. Default: empty. */
        public abstract Builder projects(Map<String, String> projects);

        /** Source task to target task. Default: empty. */
        public abstract Builder tasks(Map<String, String> tasks);

        /** Source activity to target activity. Default: empty. */
        public abstract Builder activities(Map<String, String> activities);

        /** Rules over several fields. Default: none. */
        public abstract Builder work(List<WorkRule> work);

        /** The person where none is mapped. Default: none, so that the plan asks. */
        public abstract Builder defaultPerson(String id);

        /** The project where none is mapped. Default: none, so that the plan asks. */
        public abstract Builder defaultProject(String id);

        /** The task where neither a task nor a project is mapped. Default: none. */
        public abstract Builder defaultTask(String id);

        /** The activity where none is mapped. Default: none. */
        public abstract Builder defaultActivity(String id);

        /** The note where the target demands one and the source has none. Default: none. */
        public abstract Builder defaultNote(String note);

        /** Billable where the source does not say. Default: unspecified, which is not sent. */
        public abstract Builder defaultBillable(Billable billable);

        abstract Map<String, String> people();

        abstract Map<String, String> projects();

        abstract Map<String, String> tasks();

        abstract Map<String, String> activities();

        abstract List<WorkRule> work();

        abstract Mapping autoBuild();

        /** The mapping. */
        public final Mapping build() {
            people(Map.copyOf(people()));
            projects(Map.copyOf(projects()));
            tasks(Map.copyOf(tasks()));
            activities(Map.copyOf(activities()));
            work(List.copyOf(work()));
            return autoBuild();
        }
    }
}
