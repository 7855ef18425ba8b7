package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * The change of one field by an update: leave it unchanged, set it, or clear it. Immutable and safe for use by several
 * threads.
 *
 * @param <T> the field's type
 */
@AutoValue
public abstract class Change<T> {
    private static final Change<?> LEAVE = new AutoValue_Change<>(Kind.LEAVE, Optional.empty());
    private static final Change<?> CLEAR = new AutoValue_Change<>(Kind.CLEAR, Optional.empty());

    Change() {}

    /** The three kinds of change. */
    public enum Kind {
        /** The field is unchanged and is not sent. */
        LEAVE,
        /** The field is set to the value. */
        SET,
        /** The field is cleared. */
        CLEAR
    }

    /** Returns the change that leaves a field unchanged. */
    @SuppressWarnings("unchecked") // holds no value of T
    public static <T> Change<T> leave() {
        return (Change<T>) LEAVE;
    }

    /** Returns the change that sets a field. */
    public static <T> Change<T> set(T value) {
        return new AutoValue_Change<>(Kind.SET, Optional.of(value));
    }

    /** Returns the change that clears a field. */
    @SuppressWarnings("unchecked") // holds no value of T
    public static <T> Change<T> clear() {
        return (Change<T>) CLEAR;
    }

    /** Returns the kind of the change. */
    public abstract Kind kind();

    /** Returns the new value; present only if the kind is {@link Kind#SET}. */
    public abstract Optional<T> value();

    /** Returns whether the field is unchanged. */
    public final boolean isLeave() {
        return kind() == Kind.LEAVE;
    }

    /** Returns whether the field is cleared. */
    public final boolean isClear() {
        return kind() == Kind.CLEAR;
    }
}
