package dev.hourbridge.cli.terminal;

import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.http.RetryReason;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of the whole run: on a terminal, one bar with the time left; otherwise, a line every few seconds.
 * Waits are counted down. Thread-safe.
 *
 * <p>The bar covers all steps of a command, so it does not restart at 0 for each step. Without a terminal, few lines
 * are printed, because the log of a long run must stay readable.
 */
public final class ProgressPrinter implements ProgressListener, AutoCloseable {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration SHORTEST_SHOWN_WAIT = Duration.ofSeconds(2);
    private static final int BAR_WIDTH = 16;
    private static final int SCREEN_WIDTH = 79;

    private final Screen screen;
    private final BooleanSupplier isDrawn;
    private final LongSupplier nanoTime;
    private final RunEstimate estimate;
    private final Ticker.Ticks ticks;
    private @Nullable Boolean isBar;
    private boolean isClosed;
    private String doing = "";
    private @Nullable Wait wait;
    private long lastShown;

    /** A wait that ends at a time in nanoseconds. */
    private record Wait(String before, String after, long end) {
        /** Returns the line for a wait with the remaining time. */
        String words(long now) {
            return before + DurationText.of(Duration.ofNanos(end - now)) + after;
        }
    }

    /**
     * Creates a printer for a run.
     *
     * @param isDrawn returns whether progress is a bar; called when there is something to show
     * @param nanoTime the clock for the output interval and the time left
     * @param ticker the ticker for the countdown of waits
     * @param stages the stages of the run, in order; none if it is not a step of a migration
     */
    public ProgressPrinter(
            Screen screen, BooleanSupplier isDrawn, LongSupplier nanoTime, Ticker ticker, RunEstimate.Stage... stages) {
        this.screen = screen;
        this.isDrawn = isDrawn;
        this.nanoTime = nanoTime;
        this.estimate = new RunEstimate(List.of(stages));
        this.lastShown = nanoTime.getAsLong();
        this.ticks = ticker.start(this::tick);
    }

    /** Sets the number of entries in the run as soon as it is known. */
    public synchronized void expect(long entries) {
        estimate.expect(entries);
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        long now = nanoTime.getAsLong();
        Duration left = Duration.ofSeconds(progress.total().orElse(0) - progress.done());
        if (progress.phase() == Progress.Phase.SETTLING) {
            startWait("waiting ", " for delayed creates to appear", left, now);
            return;
        }
        if (progress.phase() == Progress.Phase.THROTTLED) {
            startWait("the target limits the rate of requests: waiting ", "", left, now);
            return;
        }
        estimate.update(progress, now);
        OptionalLong total = progress.total();
        doing(words(progress.phase()), progress.done() + (total.isPresent() ? " of " + total.getAsLong() : ""), now);
    }

    @Override
    public synchronized void onWarning(String message) {
        screen.endLine();
        screen.notes().println(message);
    }

    /** Shows that entries are being read outside the steps of a migration. */
    public synchronized void onRead(String words, long entries) {
        doing(words, Long.toString(entries), nanoTime.getAsLong());
    }

    /** Shows an amount, at most a few times a second. */
    private void doing(String words, String amount, long now) {
        wait = null;
        doing = words + ": " + amount;
        if (isDue(now)) {
            show(now);
        }
    }

    /**
     * Returns whether output is due. The terminal is checked only when there is something to show, because the check
     * starts a process.
     */
    private boolean isDue(long now) {
        return now - lastShown >= REDRAW_NANOS && (isBar() || now - lastShown >= LINE_NANOS);
    }

    /** Returns whether the terminal can show a bar. Checked once, when the first line is due. */
    private boolean isBar() {
        Boolean known = isBar;
        if (known == null) {
            known = isDrawn.getAsBoolean();
            isBar = known;
        }
        return known;
    }

    /** Returns a listener that shows the waits for a service. */
    public RequestListener requestsTo(String service) {
        return new RequestListener() {
            @Override
            public void retry(RequestEvent event, RetryReason reason, Duration length) {
                onWait(service, reason, length);
            }

            @Override
            public void throttled(RequestEvent event, Duration length) {
                onWait(service, RetryReason.THROTTLED, length);
            }
        };
    }

    /** Shows a wait of the HTTP core before a request is repeated. */
    private synchronized void onWait(String service, RetryReason reason, Duration length) {
        String problem = switch (reason) {
            case THROTTLED -> " limits the rate of requests";
            case CONNECTION -> " did not respond";
            default -> " failed";
        };
        startWait(service + problem + ": waiting ", "", length, nanoTime.getAsLong());
    }

    /** Shows a wait if it is long enough to be noticed. */
    private void startWait(String before, String after, Duration length, long now) {
        if (length.compareTo(SHORTEST_SHOWN_WAIT) >= 0) {
            wait = new Wait(before, after, now + length.toNanos());
            show(now);
        }
    }

    /** Updates the countdown of a wait. */
    private synchronized void tick() {
        Wait current = wait;
        if (current != null) {
            long now = nanoTime.getAsLong();
            if (now >= current.end()) {
                wait = null;
            } else if (isDue(now)) {
                show(now);
            }
        }
    }

    /** Prints the current line: on a terminal as a bar that is redrawn in place, otherwise as a log line. */
    private void show(long now) {
        lastShown = now;
        if (isClosed || screen.isQuiet()) {
            return;
        }
        Wait current = wait;
        String text = current == null ? doing + timeLeft(now) : current.words(now);
        double done = estimate.done();
        String share = done > 0 ? String.format(Locale.ROOT, "%3.0f %%  ", 100 * done) : "";
        if (!isBar()) {
            screen.notes().println(share.strip() + (share.isEmpty() ? "" : ", ") + text);
            return;
        }
        int filled = (int) Math.round(BAR_WIDTH * done);
        String line = "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] " + share + text;
        screen.draw(line.length() <= SCREEN_WIDTH ? line : line.substring(0, SCREEN_WIDTH));
    }

    /** Returns the description of a phase. */
    private static String words(Progress.Phase phase) {
        return switch (phase) {
            case READING_SOURCE -> "reading the source";
            case READING_TARGET -> "reading the target";
            case CANARY -> "checking one entry of each kind";
            case WRITING -> "creating entries";
            case SETTLING, THROTTLED -> "waiting";
            case UPDATING -> "updating entries";
            case VERIFYING -> "comparing with the target";
            case UNDOING -> "deleting entries";
        };
    }

    private String timeLeft(long now) {
        return estimate.left(now)
                .map(left -> ", " + DurationText.of(left) + " left")
                .orElse("");
    }

    /** Ends the bar. Nothing is shown afterwards. Idempotent. */
    @Override
    public synchronized void close() {
        isClosed = true;
        ticks.close();
        screen.endLine();
    }
}
