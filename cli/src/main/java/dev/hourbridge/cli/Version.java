package dev.hourbridge.cli;

import java.util.Arrays;
import java.util.List;

/**
 * The version from the jar's manifest. For speed, this class loads no other class of the command.
 *
 * <p>It runs before the command line model is created, so a script that requests the version does not wait for that.
 */
final class Version {
    private static final List<String> OPTIONS = List.of("--version", "-V");

    private Version() {}

    /** Returns whether only the version is requested. */
    static boolean isAllOf(String... arguments) {
        return arguments.length == 1 && OPTIONS.containsAll(Arrays.asList(arguments));
    }

    /** Returns the name and the version, for {@code --version}. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "hourbridge " + (version == null ? "(not packaged)" : version);
    }
}
