package dev.hourbridge.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The packaged command on a real terminal, which {@code script} of util-linux provides. */
final class TerminalSession {
    static final char END_OF_INPUT = 4;
    static final char CTRL_C = 3;

    private static final long PATIENCE_SECONDS = 100;
    private static final String ERASE = "\u001b[K";

    private final Map<String, String> environment;
    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private final CompletableFuture<OutputStream> keyboard = new CompletableFuture<>();

    /**
     * How a session ended.
     *
     * @param code the exit code
     * @param screen everything that was written to the terminal
     */
    record Ended(int code, String screen) {
        /** Returns what a person sees at the end, line by line. */
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (String row : screen.replace("\r\n", "\n").split("\n", -1)) {
                StringBuilder line = new StringBuilder();
                for (String written : row.split("\r", -1)) {
                    int erased = written.lastIndexOf(ERASE);
                    String text = erased < 0 ? written : written.substring(0, erased);
                    String kept = erased < 0 && line.length() > text.length() ? line.substring(text.length()) : "";
                    String after = erased < 0 ? "" : written.substring(erased + ERASE.length());
                    line = new StringBuilder(text).append(kept).append(after);
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    TerminalSession(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Skips the test where there is no {@code script}, or no {@code env} that lets Ctrl-C through. */
    static void assumeAvailable() throws InterruptedException {
        assumeTrue(
                succeeds("script", "-qec", "true", "/dev/null"),
                "there is no script command of util-linux here, so no terminal to ask on");
        assumeTrue(
                succeeds("env", "--default-signal=INT", "true"),
                "there is no env command of GNU coreutils 8.31 here, so Ctrl-C may be ignored");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    /** Returns the shell's line for a command. A build in the background ignores SIGINT, and so would all that it starts. */
    static String command(String subcommand, Path file) {
        return "env --default-signal=INT " + Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -jar " + System.getProperty("hourbridge.jar") + " " + subcommand + " -c "
                + file;
    }

    /** Types something once a text is on the screen, as a person would. */
    TerminalSession typing(String shown, String text) {
        return doing(shown, () -> type(text));
    }

    /** Types something now, from any thread. */
    void type(String text) {
        try {
            OutputStream keys = keyboard.join();
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something once a text is on the screen. */
    TerminalSession doing(String shown, Runnable action) {
        actions.put(shown, action);
        return this;
    }

    /** Runs a line of a shell until it ends. */
    Ended run(String line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", line, "/dev/null").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("NO_COLOR"));
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (InputStream screen = process.getInputStream();
                OutputStream keys = process.getOutputStream()) {
            keyboard.complete(keys);
            StringBuilder shown = new StringBuilder();
            byte[] buffer = new byte[4096];
            for (int length = screen.read(buffer); length >= 0; length = screen.read(buffer)) {
                shown.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
                actions.keySet().stream()
                        .filter(text -> shown.indexOf(text) >= 0)
                        .toList()
                        .forEach(text ->
                                Objects.requireNonNull(actions.remove(text)).run());
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It did not end: " + shown);
            }
            return new Ended(process.exitValue(), shown.toString());
        } finally {
            process.destroyForcibly();
        }
    }
}
