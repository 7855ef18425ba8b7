package dev.hourbridge.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for confirmation on the terminal before the command writes or deletes anything. Only a "yes" typed there within
 * {@link #PATIENCE} counts as consent. Without a terminal, {@code --yes} is required.
 *
 * <p>Only typed input counts as consent. Input from a pipe, and input that was in the buffer before the question was
 * asked, do not. The wait is bounded, because a forgotten terminal would otherwise hold the lock of a ledger forever.
 */
final class ConfirmationPrompt {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 20;

    private final CommandContext context;
    private final boolean isAgreedBefore;

    /** Creates a prompt. {@code isAgreedBefore} is the option {@code --yes}. */
    ConfirmationPrompt(CommandContext context, boolean isAgreedBefore) {
        this.context = context;
        this.isAgreedBefore = isAgreedBefore;
    }

    /**
     * Checks, before anything is read or written, that the question can be asked.
     *
     * @param command the command and its effect, such as {@code undo deletes entries}
     * @throws UsageException if standard input is not a terminal and {@code --yes} was not given
     */
    ConfirmationPrompt requireAnswerable(String command) {
        if (!isAgreedBefore && !context.terminals().isInput()) {
            throw new UsageException(command + " and asks for confirmation first, but standard input is not a "
                    + "terminal. Nothing was done. Use --yes to run it without confirmation.");
        }
        return this;
    }

    /** Returns whether the user agrees. No, end of input and no response in time all mean no. */
    boolean isConfirmed(String question) throws InterruptedException {
        if (isAgreedBefore) {
            return true;
        }
        context.err().print(question + " [y/N] ");
        context.err().flush();
        String response = response();
        return response != null && response.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /**
     * Returns the response, or null if there is none. Reads on another thread, because a read from a terminal cannot be
     * interrupted.
     */
    private @Nullable String response() throws InterruptedException {
        FutureTask<String> line = new FutureTask<>(context.in()::readLine);
        Thread reader = new Thread(line, "hourbridge-response");
        reader.setDaemon(true);
        reader.start();
        long start = context.progressNanos().getAsLong();
        while (true) {
            try {
                String response = line.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (response == null) {
                    context.err().println();
                }
                return response;
            } catch (ExecutionException unreadable) {
                context.err().println();
                return null;
            } catch (TimeoutException waiting) {
                if (context.progressNanos().getAsLong() - start >= PATIENCE.toNanos()) {
                    context.err().println();
                    context.err().println("No response within " + PATIENCE.toMinutes() + " minutes.");
                    return null;
                }
            }
        }
    }
}
