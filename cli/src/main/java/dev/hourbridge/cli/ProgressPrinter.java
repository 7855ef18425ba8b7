package dev.hourbridge.cli;

import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows progress: a bar on a terminal, a line every few seconds elsewhere. */
final class ProgressPrinter implements ProgressListener, AutoCloseable {
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LINE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int BAR_WIDTH = 24;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private Progress.@Nullable Phase phase;
    private long phaseStart;
    private long lastShown;

    ProgressPrinter(PrintStream err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.lastShown = nanoTime.getAsLong();
    }

    @Override
    public synchronized void onProgress(Progress progress) {
        long now = nanoTime.getAsLong();
        if (progress.phase() != phase) {
            phase = progress.phase();
            phaseStart = now;
        }
        if (now - lastShown >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            lastShown = now;
            String line = words(progress.phase()) + " " + amount(progress) + eta(progress, now - phaseStart);
            if (terminal) {
                err.print(CLEAR_LINE + bar(progress) + line);
                err.flush();
            } else {
                err.println(line);
            }
        }
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (terminal && phase != null) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private static String words(Progress.Phase phase) {
        return phase == Progress.Phase.SETTLING
                ? "waiting for late creates to show on the target,"
                : phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String amount(Progress progress) {
        String unit = progress.phase() == Progress.Phase.SETTLING ? " s" : "";
        OptionalLong total = progress.total();
        return total.isPresent() ? progress.done() + " of " + total.getAsLong() + unit : progress.done() + unit;
    }

    private static String bar(Progress progress) {
        long total = progress.total().orElse(0);
        if (total <= 0) {
            return "";
        }
        int filled = (int) Math.min(BAR_WIDTH, BAR_WIDTH * progress.done() / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "] ";
    }

    /** At the pace of this phase so far; nothing before the first entry is through. */
    private static String eta(Progress progress, long elapsedNanos) {
        long total = progress.total().orElse(0);
        if (progress.done() <= 0 || total <= progress.done() || elapsedNanos <= 0) {
            return "";
        }
        double seconds = elapsedNanos / 1e9 / progress.done() * (total - progress.done());
        return ", " + words(Duration.ofSeconds(Math.round(seconds))) + " left";
    }

    private static String words(Duration duration) {
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
