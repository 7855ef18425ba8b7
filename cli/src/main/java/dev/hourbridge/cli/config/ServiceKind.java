package dev.hourbridge.cli.config;

import java.util.Locale;

/** The services that the command knows. */
public enum ServiceKind {
    /** Codebase. */
    CODEBASE,
    /** Teamwork. */
    TEAMWORK,
    /** TeamPulse. */
    TEAMPULSE,
    /** LiveTimer. */
    LIVETIMER;

    /** As the configuration file writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
