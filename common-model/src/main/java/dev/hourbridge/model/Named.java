package dev.hourbridge.model;

import com.google.auto.value.AutoValue;

/**
 * A reference and the name that the service shows for it. Immutable and thread-safe.
 *
 * @param <R> the type of the reference, such as {@link PersonRef}
 */
@AutoValue
public abstract class Named<R> {
    Named() {}

    /** Returns a reference with this name. */
    public static <R> Named<R> of(R ref, String name) {
        return new AutoValue_Named<>(ref, name);
    }

    /** Returns the reference. */
    public abstract R ref();

    /** Returns the name; an empty string if the service shows none. Names are not unique and may change. */
    public abstract String name();
}
