package dev.hourbridge.livetimer;

/**
 * What a summary is grouped by: the parameter {@code group_by}. Two at most, and only one of clients,
 * projects and tasks: of these the lower is grouped by the higher as well.
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
