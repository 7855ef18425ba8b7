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
 * A body on its way from the network's thread to the caller's. The pipe between them makes the caller's wait
 * interruptible: a socket's read is not. It holds most bodies whole, and one that nobody reads on is given up after a
 * while, with its thread and its connection.
 */
final class StreamedBody {
    private static final long CAPACITY = 1 << 20;

    /** A list that is worked on while it is read may have to wait for as long as another service's longest throttle. */
    private static final int MAX_UNREAD_CALL_TIMEOUTS = 5;

    private final Call call;
    private final Pipe pipe = new Pipe(CAPACITY);
    private final Duration unread;
    private volatile boolean brokenOff;
    private volatile boolean givenUp;

    StreamedBody(Call call, Duration callTimeout) {
        this.call = call;
        unread = callTimeout.multipliedBy(MAX_UNREAD_CALL_TIMEOUTS);
        pipe.sink().timeout().timeout(unread.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What has come can be read to its end also if the rest never comes; then reading fails. */
    Source source() {
        return new ForwardingSource(pipe.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                if (count < 0 && brokenOff) {
                    throw new IOException("broken off");
                }
                return count;
            }
        };
    }

    /** Runs on the network's thread until the body ends, fails or is closed. */
    void pump(Response response) {
        boolean handedOver = false;
        try (response) {
            BufferedSink sink = Okio.buffer(new PatientSink());
            try {
                sink.writeAll(response.body().source());
            } catch (IOException | RuntimeException e) {
                // Before the sink is closed, which reads as the body's end.
                brokenOff = true;
            }
            sink.close();
            handedOver = true;
        } catch (IOException | RuntimeException e) {
            // The reader hears of it by the cancelled pipe, as it does of an error.
        } finally {
            if (!handedOver) {
                pipe.cancel();
            }
        }
    }

    /** For how long nothing was read of it, if it was given up for that. */
    Optional<Duration> givenUpAfter() {
        return givenUp ? Optional.of(unread) : Optional.empty();
    }

    /** From now on the caller waits for no longer than that, however steadily single bytes come. */
    void setReadTimeout(Duration patience) {
        pipe.source().timeout().deadline(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Notes that it was the pipe, and not the socket, whose timeout passed. */
    private final class PatientSink extends ForwardingSink {
        PatientSink() {
            super(pipe.sink());
        }

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            try {
                super.write(source, byteCount);
            } catch (InterruptedIOException e) {
                givenUp = true;
                throw e;
            }
        }
    }

    /** Ends the call, and with it the network thread's work, wherever it is. */
    void close() {
        call.cancel();
        pipe.cancel();
    }
}
