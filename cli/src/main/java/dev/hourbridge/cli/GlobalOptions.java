package dev.hourbridge.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options of every subcommand.
 *
 * <p>These options may precede or follow the subcommand.
 */
abstract class GlobalOptions {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print no progress and no notes. If the exit code is 0, print no summary either.")
    private boolean quiet;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON to standard output.")
    private boolean json;

    /** Returns whether stack traces are printed. */
    boolean isDebug() {
        return debug;
    }

    /** Returns whether only errors are printed to standard error. */
    boolean isQuiet() {
        return quiet;
    }

    /** Returns whether the result is printed as JSON. */
    boolean isJson() {
        return json;
    }
}
