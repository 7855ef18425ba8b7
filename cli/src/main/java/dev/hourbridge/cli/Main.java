package dev.hourbridge.cli;

import dev.hourbridge.cli.terminal.StandardOutput;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The process: ends with the command's exit code, and lets an interrupt end it in good order. */
public final class Main {
    private static final long GRACE_SECONDS = 20;

    private Main() {}

    /** Runs the command. */
    public static void main(String[] args) {
        if (Version.isAllOf(args)) {
            // The model of the command line would take four times as long to make.
            System.exit(printVersion(StandardOutput.ofProcess()).code());
        }
        CountDownLatch ended = new CountDownLatch(1);
        Thread runner = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInGoodOrder(runner, ended), "hourbridge-shutdown"));
        int code = Hourbridge.run(CommandContext.ofProcess(), args);
        ended.countDown();
        System.exit(code);
    }

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

    /** A SIGINT begins the shutdown at once; the ledger is to be closed before the process is gone. */
    private static void endInGoodOrder(Thread runner, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        runner.interrupt();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "Did not end in " + GRACE_SECONDS + " seconds; the ledger is safe, run again to go on.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
