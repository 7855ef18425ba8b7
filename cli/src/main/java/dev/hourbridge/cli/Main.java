package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.StandardOutput;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The entry point of the process. It exits with the command's exit code, and shuts down cleanly on an interrupt.
 *
 * <p>Only this class ends the process. An interrupt or a closed pipe is translated to the exit code that shells expect,
 * after the step has recorded its state.
 */
public final class Main {
    /** Longer than any sensible request timeout. The request timeout limits how long a step takes to end. */
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    /** Most commands end sooner and need no message. */
    private static final Duration USUAL_END = Duration.ofSeconds(1);

    private Main() {}

    /** Runs the command. */
    public static void main(String[] args) {
        if (Version.isAllOf(args)) {
            // Creating the command line model would take four times as long.
            System.exit(printVersion(StandardOutput.ofProcess()).code());
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread runner = Thread.currentThread();
        CommandContext context = CommandContext.ofProcess();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> endInGoodOrder(runner, ended, context.err()), "hourbridge-shutdown"));
        int code = Hourbridge.run(context, args);
        ended.countDown();
        System.exit(code);
    }

    /** Prints the version without a redactor, because no secret has been read yet. */
    private static ExitCode printVersion(PrintStream out) {
        try {
            out.println(Version.line());
            return ExitCode.DONE;
        } catch (StandardOutput.FailedException failed) {
            if (!failed.isClosedPipe()) {
                System.err.println("hourbridge: " + failed.getMessage());
            }
            return Failures.codeOf(failed);
        }
    }

    /**
     * Starts the shutdown immediately on SIGINT; the ledger is closed before the process ends. Creates in flight wait
     * for their responses until the request timeout, unless there is a second signal.
     */
    private static void endInGoodOrder(Thread runner, CountDownLatch ended, PrintStream err) {
        if (ended.getCount() == 0) {
            return;
        }
        Signals.onNext(() -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code()));
        runner.interrupt();
        try {
            if (ended.await(USUAL_END.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            err.println("Interrupted. Waiting for responses in flight. Press Ctrl-C again to end immediately.");
            if (!ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("The command did not end in time. The ledger is safe. Run the command again to resume.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
