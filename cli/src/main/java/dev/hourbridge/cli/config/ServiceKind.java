package dev.hourbridge.cli.config;

import java.util.Locale;

/** The services that the command knows. */
public enum ServiceKind {
    /** Codebase. */
    CODEBASE("Codebase"),
    /** Teamwork. */
    TEAMWORK("Teamwork"),
    /** TeamPulse. */
    TEAMPULSE("TeamPulse"),
    /** LiveTimer. */
    LIVETIMER("LiveTimer");

    private final String displayName;

    ServiceKind(String displayName) {
        this.displayName = displayName;
    }

    /** Returns the name as the service writes it. */
    public String displayName() {
        return displayName;
    }

    /** As the configuration file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
