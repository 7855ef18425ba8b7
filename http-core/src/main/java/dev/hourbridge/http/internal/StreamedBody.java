package dev.hourbridge.http.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import okio.Pipe;
import okio.Source;

/**
 * A body on its way from the network's thread to the caller's. The pipe between them is what makes
 * the caller's wait interruptible: a socket's read is not.
 */
final class StreamedBody {
    private static final long CAPACITY = 1 << 16;

    private final Call call;
    private final Pipe pipe = new Pipe(CAPACITY);

    StreamedBody(Call call) {
        this.call = call;
    }

    Source source() {
        return pipe.source();
    }

    /** Runs on the network's thread until the body ends, fails or is closed. */
    void pump(Response response) {
        boolean whole = false;
        try (response) {
            BufferedSink sink = Okio.buffer(pipe.sink());
            sink.writeAll(response.body().source());
            // Only after the whole body: a closed sink reads as its end.
            sink.close();
            whole = true;
        } catch (IOException | RuntimeException e) {
            // The reader hears of it by the cancelled pipe, as it does of an error.
        } finally {
            if (!whole) {
                pipe.cancel();
            }
        }
    }

    /** From now on the caller waits for no longer than that, however steadily single bytes come. */
    void allow(Duration patience) {
        pipe.source().timeout().deadline(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends the call, and with it the network thread's work, wherever it is. */
    void close() {
        call.cancel();
        pipe.cancel();
    }
}
