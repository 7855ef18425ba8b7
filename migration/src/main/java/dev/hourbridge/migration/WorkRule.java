package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule that combines several fields. Entries that meet all its conditions receive the target ids that it names, or
 * are skipped. Immutable and thread-safe.
 *
 * <pre>{@code
 * // Everyone's holidays go to one task.
 * WorkRule holidays = WorkRule.builder().fromProject("12").fromTask("7").toTask("4711").build();
 * }</pre>
 */
@AutoValue
public abstract class WorkRule {
    WorkRule() {}

    /** Returns a builder. A rule needs at least one condition and one result. */
    public static Builder builder() {
        return new AutoValue_WorkRule.Builder().isWithoutTask(false).isSkip(false);
    }

    /** Returns the source person to which the rule applies. */
    public abstract Optional<String> fromPerson();

    /** Returns the source project to which the rule applies. */
    public abstract Optional<String> fromProject();

    /** Returns the source task to which the rule applies. */
    public abstract Optional<String> fromTask();

    /** Returns the source activity to which the rule applies. */
    public abstract Optional<String> fromActivity();

    /** Returns whether the rule applies only to entries without a task. */
    public abstract boolean isWithoutTask();

    /** Returns whether entries that meet the conditions are skipped. */
    public abstract boolean isSkip();

    /** Returns the target person. */
    public abstract Optional<String> toPerson();

    /** Returns the target project. */
    public abstract Optional<String> toProject();

    /** Returns the target task. */
    public abstract Optional<String> toTask();

    /** Returns the target activity. */
    public abstract Optional<String> toActivity();

    /** Builds a {@link WorkRule}. Not thread-safe. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** Sets the source person to which the rule applies. Default: any person. */
        public abstract Builder fromPerson(String id);

        /** Sets the source project to which the rule applies. Default: any project, or no project. */
        public abstract Builder fromProject(String id);

        /** Sets the source task to which the rule applies. Default: any task, or no task. */
        public abstract Builder fromTask(String id);

        /** Sets the source activity to which the rule applies. Default: any activity, or no activity. */
        public abstract Builder fromActivity(String id);

        /** Applies the rule only to entries without a task. Default: entries with or without a task. */
        public final Builder withoutTask() {
            return isWithoutTask(true);
        }

        /** Skips the entries, so they are not sent. Default: the entries are sent. */
        public final Builder skip() {
            return isSkip(true);
        }

        abstract Builder isWithoutTask(boolean isWithoutTask);

        abstract Builder isSkip(boolean isSkip);

        /** Sets the target person. Default: the person that would apply without the rule. */
        public abstract Builder toPerson(String id);

        /** Sets the target project. Default: the project that would apply without the rule. */
        public abstract Builder toProject(String id);

        /** Sets the target task. Default: the task that would apply without the rule. */
        public abstract Builder toTask(String id);

        /** Sets the target activity. Default: the activity that would apply without the rule. */
        public abstract Builder toActivity(String id);

        abstract WorkRule autoBuild();

        /**
         * Returns the rule.
         *
         * @throws InvalidInputException if the rule has no condition or no result, or contradicts itself
         */
        public final WorkRule build() {
            WorkRule rule = autoBuild();
            boolean hasTarget = Stream.of(rule.toPerson(), rule.toProject(), rule.toTask(), rule.toActivity())
                    .anyMatch(Optional::isPresent);
            if (!rule.isWithoutTask()
                    && Stream.of(rule.fromPerson(), rule.fromProject(), rule.fromTask(), rule.fromActivity())
                            .allMatch(Optional::isEmpty)) {
                throw new InvalidInputException("work rule", "a rule without a condition", "specify a source id");
            }
            if (!rule.isSkip() && !hasTarget) {
                throw new InvalidInputException(
                        "work rule", "a rule without a result", "specify a target id, or use " + "skip");
            }
            if (rule.isSkip() && hasTarget) {
                throw new InvalidInputException(
                        "work rule", "a rule that both skips and maps", "use only one of the " + "two");
            }
            if (rule.isWithoutTask() && rule.fromTask().isPresent()) {
                throw new InvalidInputException(
                        "work rule",
                        "a rule for a task and for entries without a " + "task",
                        "use only one of the two");
            }
            return rule;
        }
    }
}
