package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * Names one time entry, and carries all it takes to fetch it: Codebase's are {@code project/session}.
 *
 * <p>The id is opaque: some services number theirs, others use names or permalinks. Two ids
 * are equal if their accounts and texts are. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TimeEntryId {
    TimeEntryId() {}

    /**
     * The time entry of the given id.
     *
     * @throws InvalidInputException if the id is blank, or nothing is given
     */
    public static TimeEntryId of(Account account, String id) {
        return new AutoValue_TimeEntryId(
                Inputs.required("account", account, "give the account, as a client has it"),
                Inputs.notBlank("time entry id", id));
    }

    /** Where the id is valid. */
    public abstract Account account();

    /** The service's own id, as text. */
    public abstract String id();

    /** {@code service:account/id}. */
    @Override
    public final String toString() {
        return account() + "/" + id();
    }
}
