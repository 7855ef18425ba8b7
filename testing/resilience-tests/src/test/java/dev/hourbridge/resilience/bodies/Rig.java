package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.OpenAnswers;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.HostileServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A hostile server and a client of it. Closing it asserts that no answer was left open. */
final class Rig implements AutoCloseable {
    /** A word that hostile bodies hold and that no exception may. */
    static final String CANARY = "c4nary-w0rd";

    final HostileServer server = new HostileServer();
    final TimeTracker tracker;
    private final Service service;
    private final OpenAnswers open = new OpenAnswers();
    private final OkHttpClient http =
            new OkHttpClient.Builder().eventListener(open).build();

    Rig(Service service) {
        this(service, options -> options);
    }

    Rig(Service service, UnaryOperator<HttpOptions.Builder> options) {
        this.service = service;
        HttpOptions.Builder once = Service.once()
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .okHttpClient(http);
        tracker = service.client(server.url(), options.apply(once).build());
    }

    /** What a read gave before it ended or failed. */
    record Result(List<Object> items, @Nullable Throwable failure) {
        /** The failure, which must be one of ours and quote nothing. */
        HourbridgeException refusal() {
            assertThat(failure).isInstanceOf(HourbridgeException.class);
            assertQuotesNothing(failure);
            return (HourbridgeException) failure;
        }
    }

    /** Answers every request with this; TeamPulse's for a further page with an empty one. */
    void answers(Reply reply) {
        Reply last = Replies.of(200, "application/json", Service.emptyPage()).whole();
        server.answers(line -> line.contains("skip") ? last : reply);
    }

    /** A good head for the body. */
    static Replies reply(Read read, byte[] body) {
        return Replies.of(200, read.service().contentType() + "; charset=utf-8", body)
                .with(read.headers());
    }

    static Replies reply(Read read, String body) {
        return reply(read, body.getBytes(StandardCharsets.UTF_8));
    }

    Result read(Read read) {
        List<Object> items = new ArrayList<>();
        try {
            read.action().apply(tracker).forEach(items::add);
            return new Result(items, null);
        } catch (Throwable e) {
            return new Result(items, e);
        }
    }

    /** What a create gave: its id, or why not. */
    Result create() {
        try {
            return new Result(List.of(service.create(tracker)), null);
        } catch (Throwable e) {
            return new Result(List.of(), e);
        }
    }

    /** Neither the exception nor what caused it holds the canary or the secret, nor anything else that is given. */
    static void assertQuotesNothing(@Nullable Throwable failure, String... more) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        // In hex too, as OkHttp prints what it could not make sense of.
        assertThat(text.toString().toLowerCase(Locale.ROOT))
                .doesNotContain(CANARY, Service.SECRET, hex(CANARY))
                .doesNotContain(
                        Stream.concat(Stream.of(CANARY), Stream.of(more)).toList());
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(Integer.toHexString(c)));
        return hex.toString();
    }

    @Override
    public void close() {
        open.assertNone();
        tracker.close();
        http.connectionPool().evictAll();
        server.close();
    }
}
