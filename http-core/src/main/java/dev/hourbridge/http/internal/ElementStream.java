package dev.hourbridge.http.internal;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.WriteOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ref.Cleaner;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the elements of an open response, and closes it at the end, on an error, when told, or when nobody has this
 * iterator any more.
 */
final class ElementStream<T> implements CloseableIterator<T> {
    private static final Cleaner CLEANER = Cleaner.create();

    private final ApiResponse response;
    private final Cleaner.Cleanable open;
    private final ElementReader<T> reader;
    private final Duration patience;
    private final long maxRows;
    private long rows;
    private @Nullable T ready;
    private volatile boolean closed;
    private boolean ended;

    ElementStream(ApiResponse response, ElementReader<T> reader, Duration patience, long maxRows) {
        this.response = response;
        this.reader = reader;
        this.patience = patience;
        this.maxRows = maxRows;
        open = CLEANER.register(this, response::close);
    }

    /** Each element may take as long as another call as a whole, and as many bytes. */
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
    public boolean hasNext() {
        if (ready == null && !ended) {
            if (closed) {
                throw closedEarly();
            }
            ready = read();
        }
        return ready != null;
    }

    private @Nullable T read() {
        boolean more = false;
        response.setReadTimeout(patience);
        try {
            T element = reader.next();
            ended = element == null;
            if (!ended && ++rows > maxRows) {
                throw ListTooLongException.beyondCap(maxRows);
            }
            more = !ended;
            return element;
        } catch (IOException e) {
            if (closed) {
                throw closedEarly();
            }
            throw broken(response, e);
        } finally {
            if (!more) {
                close();
            }
        }
    }

    /** A list that was cut off must not look like one that came to its end. */
    private static IllegalStateException closedEarly() {
        return new IllegalStateException("The list was closed before its end.");
    }

    private static HourbridgeException broken(ApiResponse response, IOException e) {
        // Okio says with the same type that a thread was interrupted and that a timeout passed.
        Optional<Duration> unread = response.givenUpAfter();
        boolean late = unread.isEmpty() && e instanceof InterruptedIOException;
        boolean interrupted = late && Thread.currentThread().isInterrupted();
        ExchangeException failure = interrupted
                ? new ExchangeException(
                        ExchangeException.Kind.INTERRUPTED,
                        "was interrupted while its answer was read",
                        WriteOutcome.NOT_SENT,
                        null)
                : new ExchangeException(
                        ExchangeException.Kind.CONNECTION,
                        unread.map(time -> "was ended, since nothing was read of its list for "
                                        + NetworkFailures.text(time) + "; read faster, or collect the list first")
                                .orElse(late ? "was answered too slowly" : "broke off while its answer was read"),
                        WriteOutcome.NOT_SENT,
                        NetworkFailures.quotable(e));
        return Failures.of(response.exchange(), failure);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T element = Objects.requireNonNull(ready);
        ready = null;
        return element;
    }

    @Override
    public void close() {
        closed = true;
        open.clean();
    }
}
