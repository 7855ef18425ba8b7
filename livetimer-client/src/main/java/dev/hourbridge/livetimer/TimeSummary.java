package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A summary or one of its groups, with its minutes and its own groups. Without a {@link Grouping}, a summary has no
 * groups. Immutable and thread-safe.
 */
@AutoValue
public abstract class TimeSummary {
    TimeSummary() {}

    /** The kind of a group. More kinds may be added. */
    public enum Kind {
        /** The root, which totals everything. */
        TOTAL,
        /** A client. */
        CLIENT,
        /** A project. */
        PROJECT,
        /** A task. */
        TASK,
        /** A person. */
        USER,
        /** An activity. */
        ACTIVITY
    }

    static Builder builder(Kind kind) {
        return new AutoValue_TimeSummary.Builder()
                .kind(kind)
                .children(List.of())
                .unknownFields(Map.of());
    }

    /** Returns the kind. */
    public abstract Kind kind();

    /**
     * Returns the id of the client, project, task, person or activity; empty for the total and for unclassified time.
     * Wire name {@code id}.
     */
    public abstract OptionalLong id();

    /** Returns the name; empty for the total and for unclassified time. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** Returns the code. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** Returns the total in minutes. Wire name {@code duration}. */
    public abstract long minutes();

    /** Returns the groups of this group, in the service's order; unmodifiable. */
    public abstract List<TimeSummary> children();

    /** Returns the fields that have no accessor, as text by wire name, in the order received; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /** Returns whether this group totals the time without a client, project, task or activity. */
    public final boolean isUnclassified() {
        return kind() != Kind.TOTAL && id().isEmpty();
    }

    /** Returns this group and all nested groups, each before its own groups. */
    public final Stream<TimeSummary> walk() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(TimeSummary::walk));
    }

    @AutoValue.Builder
    abstract static class Builder {
        abstract Builder kind(Kind kind);

        abstract Builder id(long id);

        abstract Builder name(String name);

        abstract Builder code(String code);

        abstract Builder minutes(long minutes);

        abstract Builder children(List<TimeSummary> children);

        abstract Builder unknownFields(Map<String, String> unknownFields);

        abstract List<TimeSummary> children();

        abstract TimeSummary autoBuild();

        final TimeSummary build() {
            children(List.copyOf(children()));
            return autoBuild();
        }
    }
}
