package dev.hourbridge.http.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Pipe;
import okio.Source;

/**
 * Transfers a body from a network thread to the caller through a pipe. The caller's wait on the pipe can be
 * interrupted, unlike a read from a socket. Most bodies fit into the pipe. A body that is no longer read is closed
 * after a while, together with its thread and its connection.
 */
final class StreamedBody {
    private static final long CAPACITY = 1 << 20;

    /** Processing a list while reading it may take as long as the longest throttle of another service. */
    private static final int MAX_UNREAD_CALL_TIMEOUTS = 5;

    private final Call call;
    private final Pipe pipe = new Pipe(CAPACITY);
    private final Duration unread;
    private volatile boolean incomplete;
    private volatile boolean timedOut;

    StreamedBody(Call call, Duration callTimeout) {
        this.call = call;
        unread = callTimeout.multipliedBy(MAX_UNREAD_CALL_TIMEOUTS);
        pipe.sink().timeout().timeout(unread.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Returns the bytes that have arrived; a later read fails if the rest does not arrive. */
    Source source() {
        return new ForwardingSource(pipe.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                if (count < 0 && incomplete) {
                    throw new IOException("interrupted");
                }
                return count;
            }
        };
    }

    /** Runs on the network thread until the body ends, fails or is closed. */
    void pump(Response response) {
        boolean handedOver = false;
        try (response) {
            BufferedSink sink = Okio.buffer(new PatientSink());
            try {
                sink.writeAll(response.body().source());
            } catch (IOException | RuntimeException e) {
                // Set before the sink is closed, which reads as the end of the body.
                incomplete = true;
            }
            sink.close();
            handedOver = true;
        } catch (IOException | RuntimeException e) {
            // The reader fails because of the cancelled pipe, as after an error.
        } finally {
            if (!handedOver) {
                pipe.cancel();
            }
        }
    }

    /** Returns how long nothing was read, if the body was closed for that reason. */
    Optional<Duration> unreadFor() {
        return timedOut ? Optional.of(unread) : Optional.empty();
    }

    /** Limits how long the caller waits from now on, even if single bytes arrive steadily. */
    void setReadTimeout(Duration patience) {
        pipe.source().timeout().deadline(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Detects timeouts of the pipe, as opposed to timeouts of the socket. */
    private final class PatientSink extends ForwardingSink {
        PatientSink() {
            super(pipe.sink());
        }

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            try {
                super.write(source, byteCount);
            } catch (InterruptedIOException e) {
                timedOut = true;
                throw e;
            }
        }
    }

    /** Cancels the call, which ends the work of the network thread. */
    void close() {
        call.cancel();
        pipe.cancel();
    }
}
