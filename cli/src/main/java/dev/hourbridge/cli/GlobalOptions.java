package dev.hourbridge.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every subcommand. */
abstract class GlobalOptions {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean debug;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print no progress and no notes, and no summary if the exit code is 0.")
    private boolean quiet;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON to standard output.")
    private boolean json;

    boolean isDebug() {
        return debug;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isJson() {
        return json;
    }
}
