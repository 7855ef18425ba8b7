package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A project in an account. In Codebase, its id is the permalink.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two references are equal if their
 * accounts and ids are equal. Immutable and thread-safe.
 */
@AutoValue
public abstract class ProjectRef {
    ProjectRef() {}

    /**
     * Returns a reference to the project with this id.
     *
     * @throws InvalidInputException if the id is blank or null
     */
    public static ProjectRef of(Account account, String id) {
        return new AutoValue_ProjectRef(
                Inputs.required("account", account, "use the account that a client returns"),
                Inputs.notBlank("project id", id));
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
