package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;

/** A value of the filter {@code users}: a keyword or an id. Immutable and thread-safe. */
@AutoValue
public abstract class UserTerm {
    /** Entries of the owner of the credentials. */
    public static final UserTerm ME = new AutoValue_UserTerm("me");

    /** Entries of any active user. */
    public static final UserTerm ACTIVE = new AutoValue_UserTerm("active");

    /** Entries of any inactive user. */
    public static final UserTerm INACTIVE = new AutoValue_UserTerm("inactive");

    UserTerm() {}

    /**
     * Returns a term for one id.
     *
     * @param id 1 or more
     * @throws dev.hourbridge.model.InvalidInputException if the id is less than 1
     */
    public static UserTerm id(long id) {
        return new AutoValue_UserTerm(Ids.text("id", id));
    }

    abstract String wire();

    /** Returns the keyword or id as it is sent. */
    @Override
    public final String toString() {
        return wire();
    }
}
