package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A project of an account. Codebase knows it by its permalink.
 *
 * <p>The id is opaque: some services number theirs, others use names or permalinks. Two references
 * are equal if account and id are. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class ProjectRef {
    ProjectRef() {}

    /**
     * Returns the project of the given id.
     *
     * @throws InvalidInputException if the id is blank, or null
     */
    public static ProjectRef of(Account account, String id) {
        return new AutoValue_ProjectRef(
                Inputs.required("account", account, "give the account, as a client has it"),
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
