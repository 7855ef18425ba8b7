package dev.hourbridge.livetimer;

/**
 * A resource that a response contains in full instead of its id: the parameter {@code include}.
 *
 * <p>Clients are nested in projects, and projects in tasks, so request them together.
 */
public enum Include {
    /** The person who worked. */
    USERS("users"),
    /** The activity. */
    ACTIVITIES("activities"),
    /** The client of the project; included only together with the project. */
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
