package dev.hourbridge.livetimer;

import com.google.auto.value.AutoValue;

/**
 * A value of the filters {@code projects} and {@code activities}: a keyword or an id. Immutable and safe for use by several
 * threads.
 */
@AutoValue
public abstract class AssignableTerm {
    /** No item at all. */
    public static final AssignableTerm NONE = new AutoValue_AssignableTerm("none");

    /** Any active item. */
    public static final AssignableTerm ACTIVE = new AutoValue_AssignableTerm("active");

    /** Any inactive item. */
    public static final AssignableTerm INACTIVE = new AutoValue_AssignableTerm("inactive");

    /** Any item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_ASSIGNMENTS = new AutoValue_AssignableTerm("my_assignments");

    /** Any active item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_ACTIVE_ASSIGNMENTS = new AutoValue_AssignableTerm("my_active_assignments");

    /** Any inactive item that the owner of the credentials is assigned to. */
    public static final AssignableTerm MY_INACTIVE_ASSIGNMENTS =
            new AutoValue_AssignableTerm("my_inactive_assignments");

    AssignableTerm() {}

    /**
     * The one of the given id.
     *
     * @param id 1 or more
     * @throws dev.hourbridge.model.InvalidInputException if it is less
     */
    public static AssignableTerm id(long id) {
        return new AutoValue_AssignableTerm(Ids.text("id", id));
    }

    abstract String wire();

    /** The keyword or id as it is sent. */
    @Override
    public final String toString() {
        return wire();
    }
}
