package dev.hourbridge.teamwork;

/** Which projects a list or a total takes in: the parameter {@code projectType}. */
public enum ProjectType {
    /** Active and archived ones. */
    ALL("all"),
    /** Active ones only; what the service does when it is not told. */
    ACTIVE("active"),
    /** Archived ones only. */
    ARCHIVED("archived");

    private final String wire;

    ProjectType(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
