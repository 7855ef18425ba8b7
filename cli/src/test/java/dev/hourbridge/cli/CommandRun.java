package dev.hourbridge.cli;

import dev.hourbridge.cli.demo.FastForwardClock;
import dev.hourbridge.cli.terminal.Screen;
import dev.hourbridge.cli.terminal.StandardOutput;
import dev.hourbridge.cli.terminal.Terminals;
import dev.hourbridge.cli.terminal.Ticker;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process, as main does, and keeps what it printed. */
final class CommandRun {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** That of a user who runs all of them. */
    private static final Path STATE_DIRECTORY = newStateDirectory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private OutputStream output = out;
    private final List<Runnable> ticks = new CopyOnWriteArrayList<>();
    private String input = "";
    private boolean isInputTerminal;
    private boolean isErrorTerminal;
    private boolean isSilent;
    private int slowMinutes;
    private final CountDownLatch typed = new CountDownLatch(1);
    private @Nullable Thread interruptedWhenAsked;
    private long nanosPerLook = SECOND.toNanos();
    private Path stateDirectory = STATE_DIRECTORY;
    private int code = -1;
    private final AtomicLong nanos = new AtomicLong();
    private volatile long askedAt = -1;
    private @Nullable String failure;
    private final FastForwardClock time = new FastForwardClock(Clock.systemUTC());

    private static Path newStateDirectory() {
        try {
            return Files.createTempDirectory("hourbridge-state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what the user's state has of all ledgers, as if none had been used lately. */
    static void forgetLedgers() throws IOException {
        try (Stream<Path> files = Files.walk(STATE_DIRECTORY)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Returns the names of all commands, as the help lists them. */
    List<String> commands() {
        String help = started("--help").out();
        return Pattern.compile("(?m)^  ([a-z]+) +\\S")
                .matcher(help.substring(help.indexOf("Commands:"), help.indexOf("Examples:")))
                .results()
                .map(command -> command.group(1))
                .toList();
    }

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
        isInputTerminal = true;
        isErrorTerminal = true;
        input = answer;
        return this;
    }

    /** Somebody sits there, and never answers; each look at the clock is a minute later. */
    CommandRun onSilentTerminal() {
        isSilent = true;
        nanosPerLook = 60_000_000_000L;
        return onTerminal("");
    }

    /** Standard error is a terminal, and nobody is asked. */
    CommandRun watched() {
        isErrorTerminal = true;
        return this;
    }

    /** Somebody sits there, and answers after so many minutes, one for each look at the clock. */
    CommandRun onSlowTerminal(String answer, int minutes) {
        onSilentTerminal();
        isSilent = false;
        slowMinutes = minutes;
        return onTerminal(answer);
    }

    /** The user presses Ctrl-C when asked: the shutdown hook interrupts the command. */
    CommandRun onInterruptedTerminal() {
        isSilent = true;
        interruptedWhenAsked = Thread.currentThread();
        return onTerminal("");
    }

    /** Standard output fails with this error of the system, after so many bytes. */
    CommandRun withOutputFailing(String error, int bytes) {
        output = new OutputStream() {
            private int left = bytes;

            @Override
            public void write(int value) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(error);
                }
                out.write(value);
            }
        };
        return this;
    }

    /** Nobody sits there, but something was piped in. */
    CommandRun piped(String text) {
        input = text;
        return this;
    }

    /** The clock of this machine is ahead. */
    CommandRun withClockAhead(Duration duration) throws InterruptedException {
        time.sleep(duration);
        return this;
    }

    /** Runs it for a user without any state, as on another machine. */
    CommandRun onAnotherMachine() {
        stateDirectory = newStateDirectory();
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
        return Hourbridge.run(context(), arguments);
    }

    CommandContext context() {
        return new CommandContext(
                new Screen(StandardOutput.to(output), new PrintStream(err, true, StandardCharsets.UTF_8)),
                new BufferedReader(isSilent ? new SilentReader(interruptedWhenAsked) : new SlowReader(input)),
                terminals(),
                this::variable,
                time,
                this::sleep,
                this::look,
                this::tick,
                stateDirectory);
    }

    private Terminals terminals() {
        return new Terminals() {
            @Override
            public boolean isInput() {
                return isInputTerminal;
            }

            @Override
            public boolean isError() {
                return isErrorTerminal;
            }
        };
    }

    /** Nobody waits; each second that passes is a tick, and is seen by who looks at the clock. */
    private void sleep(Duration duration) throws InterruptedException {
        for (long second = 1; second <= duration.toSeconds(); second++) {
            time.sleep(SECOND);
            nanos.addAndGet(SECOND.toNanos());
            ticks.forEach(Runnable::run);
        }
        time.sleep(duration.minusSeconds(duration.toSeconds()));
    }

    private Ticker.Ticks tick(Runnable task) {
        ticks.add(task);
        return () -> ticks.remove(task);
    }

    private long look() {
        long now = nanos.addAndGet(nanosPerLook);
        if (askedAt >= 0 && now - askedAt >= slowMinutes * 60_000_000_000L) {
            typed.countDown();
        }
        return now;
    }

    /** Blocks until the minutes are over. */
    private final class SlowReader extends StringReader {
        SlowReader(String text) {
            super(text);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                askedAt = nanos.get();
                if (slowMinutes > 0) {
                    typed.await();
                }
            } catch (InterruptedException interrupted) {
                throw new InterruptedIOException();
            }
            return super.read(buffer, offset, length);
        }
    }

    /** Blocks, as a read from a terminal does. */
    private static final class SilentReader extends Reader {
        private final @Nullable Thread asking;

        SilentReader(@Nullable Thread asking) {
            this.asking = asking;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (asking != null) {
                asking.interrupt();
            }
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException interrupted) {
                throw new InterruptedIOException();
            }
        }

        @Override
        public void close() {}
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
