package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A change to one field of an entry: leave it unchanged, set it or clear it. Immutable and thread-safe.
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

    /** Returns a change that leaves the field unchanged. */
    @SuppressWarnings("unchecked") // holds no value of T
    public static <T> Change<T> leave() {
        return (Change<T>) LEAVE;
    }

    /** Returns a change that sets the field. */
    public static <T> Change<T> set(T value) {
        return new AutoValue_Change<>(Kind.SET, Optional.of(value));
    }

    /** Returns a change that clears the field. */
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
