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
 * @param terminal whether a person sits in front of it
 * @param environment the variables, null for one that is not set
 * @param clock for dates and timestamps
 * @param sleeper for waits of the clients and of a migration
 * @param progressNanos for the pace of progress, as a person sees it
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        BufferedReader in,
        boolean terminal,
        UnaryOperator<@Nullable String> environment,
        Clock clock,
        Sleeper sleeper,
        LongSupplier progressNanos) {

    /** Output is UTF-8 whatever the platform says, so that a note is the same everywhere. */
    static Surroundings ofProcess() {
        return new Surroundings(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                isTerminal(),
                System::getenv,
                Clock.systemUTC(),
                Sleeper.system(),
                System::nanoTime);
    }

    /** The same by another clock, for whom waiting is nothing. */
    Surroundings at(JumpingTime time) {
        return new Surroundings(out, err, in, terminal, environment, time, time, progressNanos);
    }

    /** How clients are to speak HTTP here. */
    HttpOptions http() {
        return HttpOptions.builder().clock(clock).sleeper(sleeper).build();
    }

    /** From JDK 22 on there is a console also without a terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull") // null is what JDK 17 says without a terminal
    private static boolean isTerminal() {
        if (System.console() == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException beforeJdk22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }
}
