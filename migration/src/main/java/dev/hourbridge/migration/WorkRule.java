package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.InvalidInputException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule over several fields: entries with all of the source ids named get the target ids named.
 * Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class WorkRule {
    WorkRule() {}

    /** A builder of a rule; it must name one source and one target id at least. */
    public static Builder builder() {
        return new AutoValue_WorkRule.Builder();
    }

    /** The source person that it is for. */
    public abstract Optional<String> fromPerson();

    /** The source project that it is for. */
    public abstract Optional<String> fromProject();

    /** The source task that it is for. */
    public abstract Optional<String> fromTask();

    /** The source activity that it is for. */
    public abstract Optional<String> fromActivity();

    /** The target person. */
    public abstract Optional<String> toPerson();

    /** The target project. */
    public abstract Optional<String> toProject();

    /** The target task. */
    public abstract Optional<String> toTask();

    /** The target activity. */
    public abstract Optional<String> toActivity();

    /** Builds a {@link WorkRule}. Not safe for use by several threads. */
    @AutoValue.Builder
    public abstract static class Builder {
        Builder() {}

        /** The source person that it is for. Default: anybody. */
        public abstract Builder fromPerson(String id);

        /** The source project that it is for. Default: any, and none. */
        public abstract Builder fromProject(String id);

        /** The source task that it is for. Default: any, and none. */
        public abstract Builder fromTask(String id);

        /** The source activity that it is for. Default: any, and none. */
        public abstract Builder fromActivity(String id);

        /** The target person. Default: as without the rule. */
        public abstract Builder toPerson(String id);

        /** The target project. Default: as without the rule. */
        public abstract Builder toProject(String id);

        /** The target task. Default: as without the rule. */
        public abstract Builder toTask(String id);

        /** The target activity. Default: as without the rule. */
        public abstract Builder toActivity(String id);

        abstract WorkRule autoBuild();

        /**
         * The rule.
         *
         * @throws InvalidInputException if it names no source id, or no target id
         */
        public final WorkRule build() {
            WorkRule rule = autoBuild();
            if (Stream.of(rule.fromPerson(), rule.fromProject(), rule.fromTask(), rule.fromActivity())
                    .allMatch(Optional::isEmpty)) {
                throw new InvalidInputException("work rule", "a rule without a condition", "name a source id");
            }
            if (Stream.of(rule.toPerson(), rule.toProject(), rule.toTask(), rule.toActivity())
                    .allMatch(Optional::isEmpty)) {
                throw new InvalidInputException("work rule", "a rule without a result", "name a target id");
            }
            return rule;
        }
    }
}
