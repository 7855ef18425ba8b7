package dev.hourbridge.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process, as main does, and keeps what it printed. */
final class CommandRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean terminal;
    private int code = -1;
    private long nanos;
    private @Nullable String failure;
    private final JumpingTime time = new JumpingTime(Clock.systemUTC());

    CommandRun with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Something that nobody foresaw goes wrong while the file is read. */
    CommandRun failing(String text) {
        failure = text;
        return this;
    }

    /** Somebody sits there, and answers. */
    CommandRun onTerminal(String answer) {
        terminal = true;
        input = answer;
        return this;
    }

    /** Nobody sits there, but something was piped in. */
    CommandRun piped(String text) {
        input = text;
        return this;
    }

    /** Runs it, and keeps the exit code. */
    CommandRun started(String... arguments) {
        code = run(arguments);
        return this;
    }

    int code() {
        return code;
    }

    int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(input)),
                terminal,
                this::variable,
                time,
                time,
                () -> nanos += 1_000_000_000L);
        return Hourbridge.run(surroundings, arguments);
    }

    private @Nullable String variable(String name) {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return environment.get(name);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    String lastLine() {
        List<String> lines = out().lines().toList();
        return lines.get(lines.size() - 1);
    }
}
