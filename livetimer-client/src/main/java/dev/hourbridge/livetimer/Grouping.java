package dev.hourbridge.livetimer;

/**
 * A grouping of a summary: the parameter {@code group_by}. A request accepts at most two groupings, and at most one of
 * clients, projects and tasks, because a summary by tasks is also grouped by project and client.
 */
public enum Grouping {
    /** By person. */
    USERS("users", false),
    /** By activity. */
    ACTIVITIES("activities", false),
    /** By client. */
    CLIENTS("clients", true),
    /** By client and project. */
    PROJECTS("projects", true),
    /** By client, project and task. */
    TASKS("tasks", true);

    private final String wire;
    private final boolean hierarchical;

    Grouping(String wire, boolean hierarchical) {
        this.wire = wire;
        this.hierarchical = hierarchical;
    }

    String wire() {
        return wire;
    }

    boolean isHierarchical() {
        return hierarchical;
    }
}
