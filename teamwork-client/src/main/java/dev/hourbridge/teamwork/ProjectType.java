package dev.hourbridge.teamwork;

/** The projects that a list or a total includes: the parameter {@code projectType}. */
public enum ProjectType {
    /** Active and archived projects. */
    ALL("all"),
    /** Active projects only, which is the service's default. */
    ACTIVE("active"),
    /** Archived projects only. */
    ARCHIVED("archived");

    private final String wire;

    ProjectType(String wire) {
        this.wire = wire;
    }

    /** Returns the value of the parameter. */
    String wire() {
        return wire;
    }
}
