package dev.hourbridge.livetimer;

/**
 * A resource that a show or a list puts in full where it would else give an id: the parameter {@code
 * include}.
 *
 * <p>Clients come within projects, and projects within tasks, so ask for them together.
 */
public enum Include {
    /** The person who worked. */
    USERS("users"),
    /** The activity. */
    ACTIVITIES("activities"),
    /** The client of the project; shown only where the project is. */
    CLIENTS("clients"),
    /** The project of the entry, or of its task. */
    PROJECTS("projects"),
    /** The task. */
    TASKS("tasks");

    private final String wire;

    Include(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
