package dev.hourbridge.kafka;

import java.util.Objects;

/** The version of the plugin, from the manifest of its jar. */
final class Version {
    private Version() {}

    /** Returns the version; {@code development} outside a packaged jar. */
    static String get() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
