package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.AbstractCloseableIterator;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the elements of an open response. Closes the response at the end, on an error, on {@link #close}, or
 * when this iterator becomes unreachable.
 */
final class ElementStream<T> extends AbstractCloseableIterator<T> {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ApiResponse response;
    private final Cleaner.Cleanable open;
    private final ElementReader<T> reader;
    private final Duration patience;
    private final long maxRows;
    private long rows;

    ElementStream(ApiResponse response, ElementReader<T> reader, Duration patience, long maxRows) {
        this.response = response;
        this.reader = reader;
        this.patience = patience;
        this.maxRows = maxRows;
        open = CLEANER.register(this, response::close);
    }

    /** Opens a stream in which each element has the timeout and the maximum size of a whole response. */
    static <T> ElementStream<T> open(ApiResponse response, ElementReader.Factory<T> factory, HttpOptions options) {
        Duration patience = options.callTimeout();
        response.setReadTimeout(patience);
        boolean opened = false;
        try {
            ElementStream<T> stream = new ElementStream<>(
                    response,
                    factory.open(response, response.source().inputStream(), options.maxResponseBytes()),
                    patience,
                    options.maxListRows());
            opened = true;
            return stream;
        } catch (IOException e) {
            throw broken(response, e);
        } finally {
            if (!opened) {
                response.close();
            }
        }
    }

    @Override
    protected @Nullable T computeNext() {
        response.setReadTimeout(patience);
        try {
            T element = reader.next();
            if (element != null && ++rows > maxRows) {
                throw ListTooLongException.beyondCap(maxRows);
            }
            return element;
        } catch (IOException e) {
            requireOpen();
            throw broken(response, e);
        }
    }

    private static HourbridgeException broken(ApiResponse response, IOException e) {
        // Okio throws the same type for an interrupt and for a timeout.
        Optional<Duration> unread = response.unreadFor();
        boolean late = unread.isEmpty() && e instanceof InterruptedIOException;
        boolean interrupted = late && Thread.currentThread().isInterrupted();
        ExchangeException failure = interrupted
                ? new ExchangeException(
                        ExchangeException.Kind.INTERRUPTED,
                        "was interrupted while the response was being read",
                        WriteOutcome.NOT_SENT,
                        null)
                : new ExchangeException(
                        ExchangeException.Kind.CONNECTION,
                        unread.map(time -> "was closed because nothing was read from its list for "
                                        + NetworkFailures.text(time) + "; read faster, or collect the list first")
                                .orElse(
                                        late
                                                ? "received its response too slowly"
                                                : "lost the connection while the response was being read"),
                        WriteOutcome.NOT_SENT,
                        NetworkFailures.quotable(e));
        return Failures.of(response.exchange(), failure);
    }

    @Override
    protected void release() {
        open.clean();
    }
}
