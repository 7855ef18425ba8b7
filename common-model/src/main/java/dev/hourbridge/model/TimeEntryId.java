package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * The id of a time entry, with everything that is needed to read it: for Codebase, {@code project/session}.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two ids are equal if their accounts and
 * texts are. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TimeEntryId {
    TimeEntryId() {}

    /**
     * Returns the id of a time entry.
     *
     * @throws InvalidInputException if the id is blank, or null
     */
    public static TimeEntryId of(Account account, String id) {
        return new AutoValue_TimeEntryId(
                Inputs.required("account", account, "give the account, as a client has it"),
                Inputs.notBlank("time entry id", id));
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
