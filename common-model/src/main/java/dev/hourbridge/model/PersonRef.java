package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A person in an account: the one who did the work.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two references are equal if their
 * accounts and ids are equal. Immutable and thread-safe.
 */
@AutoValue
public abstract class PersonRef {
    PersonRef() {}

    /**
     * Returns a reference to the person with this id.
     *
     * @throws InvalidInputException if the id is blank or null
     */
    public static PersonRef of(Account account, String id) {
        return new AutoValue_PersonRef(
                Inputs.required("account", account, "use the account that a client returns"),
                Inputs.notBlank("person id", id));
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
