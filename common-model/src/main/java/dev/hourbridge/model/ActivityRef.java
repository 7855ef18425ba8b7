package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A kind of work: a LiveTimer activity or a TeamPulse work type. The id of a work type is its name.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two references are equal if their
 * accounts and ids are equal. Immutable and thread-safe.
 */
@AutoValue
public abstract class ActivityRef {
    ActivityRef() {}

    /**
     * Returns a reference to the activity with this id.
     *
     * @throws InvalidInputException if the id is blank or null
     */
    public static ActivityRef of(Account account, String id) {
        return new AutoValue_ActivityRef(
                Inputs.required("account", account, "use the account that a client returns"),
                Inputs.notBlank("activity id", id));
    }

    /** Returns the account in which the id is valid. */
    public abstract Account account();

    /** Returns the service's own id, as text. */
    public abstract String id();

    /** Returns {@code service:account/id}. */
    @Override
    public final String toString() {
        return account() + "/" + id();
    }
}
