package dev.hourbridge.model;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.spi.Inputs;

/**
 * The id of a time entry, with everything that is needed to read the entry. For Codebase, the form is {@code
 * project/session}.
 *
 * <p>The id is opaque: some services use numbers, others names or permalinks. Two ids are equal if their accounts and
 * id strings are equal. Immutable and thread-safe.
 */
@AutoValue
public abstract class TimeEntryId {
    TimeEntryId() {}

    /**
     * Returns the id of a time entry.
     *
     * @throws InvalidInputException if the id is blank or null
     */
    public static TimeEntryId of(Account account, String id) {
        return new AutoValue_TimeEntryId(
                Inputs.required("account", account, "use the account that a client returns"),
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
