package dev.hourbridge.cli;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.terminal.StandardOutput;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.MalformedFileException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RedirectException;
import dev.hourbridge.model.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;

/**
 * Determines the exit code and the message for a failure.
 *
 * <p>Every exception that reaches the top level of the command is handled here. An exception of any other type is a bug
 * in Hourbridge.
 */
final class Failures {
    private Failures() {}

    /**
     * Returns the exit code for a failure. Causes are considered: a configuration error that is the cause of another
     * exception counts as a configuration error.
     */
    static ExitCode codeOf(Throwable failure) {
        if (isOutOfMemory(failure)) {
            return ExitCode.INTERNAL_ERROR;
        }
        if (failure instanceof UsageException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof ConfigurationException) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof LedgerException ledger) {
            return codeOf(ledger.problem());
        }
        if (failure instanceof HourbridgeException service) {
            return codeOf(service);
        }
        if (failure instanceof StandardOutput.FailedException output) {
            return output.isClosedPipe() ? ExitCode.CLOSED_PIPE : ExitCode.TEMPORARY;
        }
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            return ExitCode.TEMPORARY;
        }
        return ExitCode.INTERNAL_ERROR;
    }

    /**
     * Returns the exit code for a problem with the ledger. A locked ledger becomes free when the other process ends.
     */
    private static ExitCode codeOf(LedgerException.Problem problem) {
        return switch (problem) {
            case MISMATCH, OLDER_THAN_TARGET -> ExitCode.LEDGER_FOREIGN;
            case NO_PLAN -> ExitCode.CONFIGURATION;
            case DAMAGED -> ExitCode.LEDGER_DAMAGED;
            case LOCKED, UNWRITABLE -> ExitCode.TEMPORARY;
        };
    }

    /**
     * Returns the exit code for a service failure. A rejected read would be rejected again; other failures may be
     * temporary.
     */
    private static ExitCode codeOf(HourbridgeException service) {
        if (service instanceof CallInterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        boolean willFailAgain = service instanceof InvalidInputException
                || service instanceof AuthenticationException
                || service instanceof PermissionException
                || service instanceof RedirectException
                || service instanceof NotFoundException
                || service instanceof ListTooLongException
                || service instanceof MalformedFileException
                || service instanceof RejectedException;
        return willFailAgain ? ExitCode.CONFIGURATION : ExitCode.TEMPORARY;
    }

    /**
     * Returns the message for the user. For a bug in Hourbridge, only the type of the exception is named, because its
     * message may contain anything.
     */
    static String describe(Throwable failure) {
        return switch (codeOf(failure)) {
            case INTERRUPTED -> "Interrupted. Run again to resume.";
            case INTERNAL_ERROR ->
                isOutOfMemory(failure)
                        ? "Not enough memory: the limit is "
                                + (Runtime.getRuntime().maxMemory() >> 20)
                                + " MB. Allow more memory, for example with HOURBRIDGE_OPTS=-Xmx2g, or "
                                + "plan a shorter range. The ledger records what was sent."
                        : "This is a bug in hourbridge ("
                                + failure.getClass().getSimpleName() + "). Run again with --debug to see the stack "
                                + "trace.";
            default ->
                failure instanceof IOException || failure instanceof UncheckedIOException
                        ? "A file could not be read or written: "
                                + TerminalText.line(String.valueOf(failure.getMessage()))
                                + (isDiskFull(failure) ? ". Free some space, then run again." : "")
                        : TerminalText.line(String.valueOf(failure.getMessage())) + hint(failure);
        };
    }

    /** Returns whether memory ran out. In a client's thread, this error is the cause of the exception. */
    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the disk or a quota is full, based on the messages of Linux, macOS and Windows. */
    private static boolean isDiskFull(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device")
                || message.contains("not enough space on the disk")
                || message.contains("quota exceeded");
    }

    /** Returns a hint for an unknown host name. The cause may be temporary, but more often the name is wrong. */
    private static String hint(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return " Unless the network is down, running the command again will not help. Check url in the "
                        + "configuration file.";
            }
        }
        return "";
    }
}
