package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * What an update does to one field: leave it as it is, set it, or clear it. Immutable and safe for
 * use by several threads.
 *
 * @param <T> the field's type
 */
@AutoValue
public abstract class Change<T> {
    private static final Change<?> LEAVE = new AutoValue_Change<>(Kind.LEAVE, Optional.empty());
    private static final Change<?> CLEAR = new AutoValue_Change<>(Kind.CLEAR, Optional.empty());

    Change() {}

    /** The three things that can happen to a field. */
    public enum Kind {
        /** The field stays as it is and is not sent. */
        LEAVE,
        /** The field gets the value. */
        SET,
        /** The field is emptied. */
        CLEAR
    }

    /** Leaves the field as it is. */
    @SuppressWarnings("unchecked") // holds no value of T
    public static <T> Change<T> leave() {
        return (Change<T>) LEAVE;
    }

    /** Sets the field. */
    public static <T> Change<T> set(T value) {
        return new AutoValue_Change<>(Kind.SET, Optional.of(value));
    }

    /** Empties the field. */
    @SuppressWarnings("unchecked") // holds no value of T
    public static <T> Change<T> clear() {
        return (Change<T>) CLEAR;
    }

    /** What happens to the field. */
    public abstract Kind kind();

    /** The new value; present exactly if the kind is {@link Kind#SET}. */
    public abstract Optional<T> value();

    /** Whether the field stays as it is. */
    public final boolean isLeave() {
        return kind() == Kind.LEAVE;
    }

    /** Whether the field is emptied. */
    public final boolean isClear() {
        return kind() == Kind.CLEAR;
    }
}
