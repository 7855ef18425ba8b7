package dev.hourbridge.cli;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the command in this process, as main does, and keeps what it printed. */
final class CommandRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private String input = "";
    private boolean terminal;
    private long nanos;

    CommandRun with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Somebody sits there, and answers. */
    CommandRun onTerminal(String answer) {
        terminal = true;
        input = answer;
        return this;
    }

    int run(String... arguments) {
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(input)),
                terminal,
                environment::get,
                Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC),
                // Each look at the clock is a second later.
                () -> nanos += 1_000_000_000L);
        return Hourbridge.run(surroundings, arguments);
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
