package dev.hourbridge.resilience.fuzz;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RateLimiter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;

/**
 * A service without a socket: requests are answered within the client. Its clock stands still but for
 * waits, which take no time. One at a time.
 */
final class Canned {
    private volatile Function<Request, Answer> answers = request -> new Answer(404, "", new byte[0]);
    private volatile Instant now = Instant.parse("2026-03-02T09:00:00Z");

    /**
     * What is answered.
     *
     * @param head header lines, each with its end; what comes from a network may hold anything else
     */
    record Answer(int status, String head, ByteString body) {
        Answer(int status, String head, byte[] body) {
            this(status, head, ByteString.of(body));
        }
    }

    /** Options whose requests come here. */
    HttpOptions options() {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(chain -> response(chain.request()))
                .build();
        return HttpOptions.builder()
                .okHttpClient(client)
                .clock(clock())
                .sleeper(wait -> now = now.plus(wait))
                .rateLimiter(RateLimiter.learning())
                .maxResponseBytes(1 << 20)
                .build();
    }

    /** Answers all requests so from now on. */
    void answer(Function<Request, Answer> with) {
        answers = with;
    }

    /** The text that a request carries. */
    static String body(Request request) {
        if (request.body() == null) {
            return "";
        }
        Buffer buffer = new Buffer();
        try {
            request.body().writeTo(buffer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return buffer.readUtf8();
    }

    private Response response(Request request) {
        Answer answer = answers.apply(request);
        Headers.Builder headers = new Headers.Builder();
        answer.head().lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                headers.addUnsafeNonAscii(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        String type = headers.get("Content-Type");
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("")
                .headers(headers.build())
                .body(ResponseBody.create(answer.body(), type == null ? null : MediaType.parse(type)))
                .build();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** How far the clock has gone: the waits so far. */
    Duration waited(Instant since) {
        return Duration.between(since, now);
    }

    Instant now() {
        return now;
    }
}
