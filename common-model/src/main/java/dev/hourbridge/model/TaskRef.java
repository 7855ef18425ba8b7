package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A task in an account: a Teamwork task or to-do item, a Codebase ticket, or a TeamPulse or LiveTimer task. Codebase
 * numbers tickets within each project, so its ids have the form {@code project/ticket}.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two references are equal if their
 * accounts and ids are equal. Immutable and thread-safe.
 */
@AutoValue
public abstract class TaskRef {
    TaskRef() {}

    /**
     * Returns a reference to the task with this id.
     *
     * @throws InvalidInputException if the id is blank or null
     */
    public static TaskRef of(Account account, String id) {
        return new AutoValue_TaskRef(
                Inputs.required("account", account, "use the account that a client returns"),
                Inputs.notBlank("task id", id));
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
