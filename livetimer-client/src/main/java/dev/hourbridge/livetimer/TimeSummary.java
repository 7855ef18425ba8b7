package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A summary, or one group of it: the minutes, and the groups that they are made of. Without a {@link
 * Grouping} it is the sum alone. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TimeSummary {
    TimeSummary() {}

    /** What a group is. More may come. */
    public enum Kind {
        /** All of it: the root. */
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

    /** What it is. */
    public abstract Kind kind();

    /** The number of the client, project, task, person or activity; empty for the total, and for unclassified time. Wire name {@code id}. */
    public abstract OptionalLong id();

    /** Its name; empty for the total, and for unclassified time. Wire name {@code name}. */
    public abstract Optional<String> name();

    /** Its code. Wire name {@code code}. */
    public abstract Optional<String> code();

    /** How long, in minutes. Wire name {@code duration}. */
    public abstract long minutes();

    /** The groups below, in the service's order; unmodifiable. */
    public abstract List<TimeSummary> children();

    /** What else the service sent, by the wire's own name and as text, in the wire's order; unmodifiable. */
    public abstract Map<String, String> unknownFields();

    /** Whether it is time on no client, project, task or activity, where it could be on one. */
    public final boolean isUnclassified() {
        return kind() != Kind.TOTAL && id().isEmpty();
    }

    /** This group and all below it, each before its own. */
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

        abstract Map<String, String> unknownFields();

        abstract TimeSummary autoBuild();

        final TimeSummary build() {
            children(List.copyOf(children()));
            unknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(unknownFields())));
            return autoBuild();
        }
    }
}
