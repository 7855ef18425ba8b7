package dev.hourbridge.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hourbridge.cli.report.SafeJson;
import dev.hourbridge.cli.terminal.Screen;
import dev.hourbridge.cli.terminal.StandardOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A subcommand.
 *
 * <p>It reads its options, does its work and returns an exit code. {@link Failures} translates exceptions. Results go
 * to standard output, and everything else to standard error.
 */
@Command(mixinStandardHelpOptions = true)
abstract class Subcommand implements Callable<Integer> {
    private static final int JSON_VERSION = 1;

    private final CommandContext context;
    private final Map<String, Object> result = new LinkedHashMap<>();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GlobalOptions root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * Creates a subcommand.
     *
     * @param context the context of the run
     */
    Subcommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public final Integer call() throws Exception {
        Screen screen = context.screen();
        if (root.isQuiet()) {
            screen.holdNotes();
            if (!isListing()) {
                screen.holdText();
            }
        }
        ExitCode code = isJson() && !printsJson() ? executeForJson(screen) : execute();
        if (code != ExitCode.DONE) {
            screen.release();
        }
        return code.code();
    }

    /** Runs the subcommand without its text output. Prints one object at the end, even after a failure. */
    private ExitCode executeForJson(Screen screen) throws Exception {
        screen.dropText();
        try {
            ExitCode code = execute();
            print(code, Map.of());
            return code;
        } catch (StandardOutput.FailedException failed) {
            throw failed;
        } catch (Exception failure) {
            print(Failures.codeOf(failure), Map.of("error", screen.redactor().redact(Failures.describe(failure))));
            throw failure;
        }
    }

    /**
     * Prints the object: its version, the command, the exit code, and either an error or the members of {@link
     * #result()}.
     */
    private void print(ExitCode code, Map<String, Object> error) throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", JSON_VERSION);
        object.put("command", spec.name());
        object.put("exitCode", code.code());
        object.putAll(error);
        object.putAll(result);
        context.screen().results().println(SafeJson.mapper().writeValueAsString(object));
    }

    /**
     * Executes the subcommand.
     *
     * @throws Exception on any failure; the caller translates it
     */
    abstract ExitCode execute() throws Exception;

    /** Returns whether standard output is the purpose of the command. Such text is printed even with -q. */
    boolean isListing() {
        return false;
    }

    /** Returns whether the command prints JSON by itself. */
    boolean printsJson() {
        return false;
    }

    /** Returns whether the result is printed as JSON. */
    final boolean isJson() {
        return root.isJson();
    }

    /** Returns the members of the JSON object. The command adds its members to this map. */
    final Map<String, Object> result() {
        return result;
    }

    /** Returns the command line model, for help and errors. */
    final CommandSpec spec() {
        return spec;
    }

    /** Returns the context of the run. */
    final CommandContext context() {
        return context;
    }

    /** Prints one line of the result. */
    final void say(String line) {
        context.out().println(line);
    }
}
