package dev.hourbridge.cli;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.Sleeper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the command touches outside itself; a test brings its own.
 *
 * @param out for results
 * @param err for progress and errors
 * @param in for answers
 * @param terminals which of the streams are terminals
 * @param environment the variables, null for one that is not set
 * @param clock for dates and timestamps
 * @param sleeper for waits of the clients and of a migration
 * @param progressNanos for what a person waits for: the pace of progress, and the time to answer a question
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        BufferedReader in,
        Terminals terminals,
        UnaryOperator<@Nullable String> environment,
        Clock clock,
        Sleeper sleeper,
        LongSupplier progressNanos) {

    /** Returns the streams and clocks of this process. Output is UTF-8, whatever the platform's character set. */
    static Surroundings ofProcess() {
        return new Surroundings(
                StandardOutput.ofProcess(),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                Terminals.ofProcess(),
                System::getenv,
                Clock.systemUTC(),
                Sleeper.system(),
                System::nanoTime);
    }

    /** The same by another clock, for whom waiting is nothing. */
    Surroundings at(JumpingTime time) {
        return new Surroundings(out, err, in, terminals, environment, time, time, progressNanos);
    }

    /** How clients are to speak HTTP here. */
    HttpOptions http() {
        return HttpOptions.builder().clock(clock).sleeper(sleeper).build();
    }
}
