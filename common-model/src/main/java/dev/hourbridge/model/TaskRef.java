package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * A task of an account: a Teamwork task or to-do item, a Codebase ticket, a TeamPulse or LiveTimer task.
 * Codebase numbers tickets within their project, so its ids here are {@code project/ticket}.
 *
 * <p>The id is opaque: some services number theirs, others use names or permalinks. Two references
 * are equal if account and id are. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TaskRef {
    TaskRef() {}

    /**
     * Returns the task of the given id.
     *
     * @throws InvalidInputException if the id is blank, or null
     */
    public static TaskRef of(Account account, String id) {
        return new AutoValue_TaskRef(
                Inputs.required("account", account, "give the account, as a client has it"),
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
