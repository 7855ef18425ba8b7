package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.demo.FastForwardClock;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.cli.terminal.Screen;
import dev.hourbridge.cli.terminal.StandardOutput;
import dev.hourbridge.cli.terminal.Terminals;
import dev.hourbridge.cli.terminal.Ticker;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Sleeper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the command that a run depends on. A test supplies its own context.
 *
 * <p>A subcommand accesses the environment, the terminals and the standard streams only through it. A test can
 * therefore run a whole command in its own process and see everything that it prints.
 *
 * @param screen the streams for results, progress and errors
 * @param in the stream for replies to questions
 * @param terminals the streams that are terminals
 * @param environment the environment variables; null for a variable that is not set
 * @param clock the clock for dates and timestamps
 * @param sleeper the sleeper for waits of the clients and of a migration
 * @param progressNanos the clock, in nanoseconds, for the pace of progress and the time limit for a reply
 * @param ticker the ticker that updates the countdown of a wait
 * @param stateDirectory the directory for the change numbers of ledgers; null for the user's state directory
 */
record CommandContext(
        Screen screen,
        BufferedReader in,
        Terminals terminals,
        UnaryOperator<@Nullable String> environment,
        Clock clock,
        Sleeper sleeper,
        LongSupplier progressNanos,
        Ticker ticker,
        @Nullable Path stateDirectory) {

    /** Returns the streams and clocks of this process. Output is UTF-8, regardless of the platform's character set. */
    static CommandContext ofProcess() {
        return new CommandContext(
                new Screen(
                        StandardOutput.ofProcess(),
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                Terminals.ofProcess(),
                System::getenv,
                Clock.systemUTC(),
                Sleeper.system(),
                System::nanoTime,
                Ticker.ofProcess(),
                null);
    }

    /** Returns this context with a clock on which waits take no time, and a state directory for temporary ledgers. */
    CommandContext at(FastForwardClock time, Path stateDirectory) {
        return new CommandContext(
                screen, in, terminals, environment, time, time, progressNanos, ticker, stateDirectory);
    }

    /** Starts the progress of a run; the caller closes it. */
    ProgressPrinter progress(RunEstimate.Stage... stages) {
        return new ProgressPrinter(screen, this::isProgressDrawn, progressNanos, ticker, stages);
    }

    /** Returns the stream for results as text. */
    PrintStream out() {
        return screen.out();
    }

    /** Returns the stream for errors and questions. */
    PrintStream err() {
        return screen.err();
    }

    /** Returns the stream for progress and notes. */
    PrintStream notes() {
        return screen.notes();
    }

    /** Returns whether progress is a bar that is redrawn in place, which requires escape codes. */
    private boolean isProgressDrawn() {
        String noColor = environment.apply("NO_COLOR");
        return (noColor == null || noColor.isEmpty())
                && !"dumb".equals(environment.apply("TERM"))
                && terminals.isError();
    }

    /** Returns the HTTP options of all clients, which share one redactor for their secrets. */
    HttpOptions http() {
        return HttpOptions.builder()
                .clock(clock)
                .sleeper(sleeper)
                .redactor(screen.redactor())
                .build();
    }

    /** Redacts the secrets of a configuration from now on, even before a client uses them. */
    void hide(Configuration configuration) {
        configuration.secrets().forEach(screen.redactor()::add);
    }
}
