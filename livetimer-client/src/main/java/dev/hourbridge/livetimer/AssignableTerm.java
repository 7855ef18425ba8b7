package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;

/** A value of the filters {@code projects} and {@code activities}: a keyword or an id. Immutable and thread-safe. */
@AutoValue
public abstract class AssignableTerm {
    /** Entries with no item. */
    public static final AssignableTerm NONE = new AutoValue_AssignableTerm("none");

    /** Entries with any active item. */
    public static final AssignableTerm ACTIVE = new AutoValue_AssignableTerm("active");

    /** Entries with any inactive item. */
    public static final AssignableTerm INACTIVE = new AutoValue_AssignableTerm("inactive");

    /** Entries with any item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_ASSIGNMENTS = new AutoValue_AssignableTerm("my_assignments");

    /** Entries with any active item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_ACTIVE_ASSIGNMENTS = new AutoValue_AssignableTerm("my_active_assignments");

    /** Entries with any inactive item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_INACTIVE_ASSIGNMENTS =
            new AutoValue_AssignableTerm("my_inactive_assignments");

    AssignableTerm() {}

    /**
     * Returns a term for one id.
     *
     * @param id 1 or more
     * @throws dev.hourbridge.model.InvalidInputException if the id is less than 1
     */
    public static AssignableTerm id(long id) {
        return new AutoValue_AssignableTerm(Ids.text("id", id));
    }

    abstract String wire();

    /** Returns the keyword or id as it is sent. */
    @Override
    public final String toString() {
        return wire();
    }
}
