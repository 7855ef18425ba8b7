package dev.hourbridge.cli;

import java.util.Arrays;
import java.util.List;

/**
 * The version, which is in the jar's manifest. Loads no other class of the command, to be fast.
 *
 * <p>It runs before the model of the command line is made: a script that asks for the version waits for nothing else.
 */
final class Version {
    private static final List<String> OPTIONS = List.of("--version", "-V");

    private Version() {}

    /** Returns whether nothing else is asked for. */
    static boolean isAllOf(String... arguments) {
        return arguments.length == 1 && OPTIONS.containsAll(Arrays.asList(arguments));
    }

    /** Returns the name and the version, for {@code --version}. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "hourbridge " + (version == null ? "(not packaged)" : version);
    }
}
