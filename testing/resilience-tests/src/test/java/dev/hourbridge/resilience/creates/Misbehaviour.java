package dev.hourbridge.resilience.creates;

import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawReply;
import java.io.IOException;

/** What a server may do with a POST, of which the first byte has come, instead of giving the answer that is due. */
enum Misbehaviour {
    RESET_BEFORE_READING((post, service) -> post.reset()),
    CLOSE_BEFORE_READING((post, service) -> post.close()),
    RESET_IN_THE_REQUEST_LINE((post, service) -> {
        post.read(6);
        post.reset();
    }),
    RESET_IN_THE_REQUEST_HEADERS((post, service) -> {
        post.readLine();
        post.readLine();
        post.reset();
    }),
    RESET_BEFORE_THE_REQUEST_BODY((post, service) -> {
        post.readHead();
        post.reset();
    }),
    RESET_IN_THE_REQUEST_BODY((post, service) -> {
        post.read(post.readHead().orElseThrow().length() / 2);
        post.reset();
    }),
    RESET_BEFORE_THE_ANSWER((post, service) -> {
        post.readRequest();
        post.reset();
    }),
    CLOSE_BEFORE_THE_ANSWER((post, service) -> {
        post.readRequest();
        post.close();
    }),
    CLOSE_IN_THE_STATUS_LINE((post, service) -> {
        post.readRequest();
        post.write("HTTP/1.1 20").close();
    }),
    CLOSE_IN_THE_HEADERS((post, service) -> {
        post.readRequest();
        post.write("HTTP/1.1 201 Created\r\nContent-Ty").close();
    }),
    CLOSE_BEFORE_THE_LAST_BYTE((post, service) -> {
        post.readRequest();
        post.write(created(service).without(1)).close();
    }),
    CLOSE_IN_A_CHUNK((post, service) -> {
        post.readRequest();
        RawReply chunked = RawReply.of(201)
                .header("Content-Type", service.contentType())
                .unmeasured()
                .header("Transfer-Encoding", "chunked");
        post.write(chunked.head())
                .write("ff\r\n" + service.created().substring(0, 5))
                .close();
    }),
    CLOSE_IN_A_ZIPPED_BODY((post, service) -> {
        post.readRequest();
        post.write(RawReply.of(201)
                        .header("Content-Type", service.contentType())
                        .header("Content-Encoding", "gzip")
                        .unmeasured()
                        .header("Content-Length", "10")
                        .bytes())
                .write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0})
                .close();
    }),
    NO_HTTP((post, service) -> {
        post.readRequest();
        post.write("220 mail.example.com ESMTP\r\n\r\n").close();
    }),
    INTERIM_ANSWERS_THEN_CLOSE((post, service) -> {
        post.readRequest();
        post.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n")
                .close();
    }),
    TWO_LENGTHS((post, service) -> {
        post.readRequest();
        post.write(created(service).header("Content-Length", "7").bytes());
    }),
    NEGATIVE_LENGTH((post, service) -> {
        post.readRequest();
        post.write(created(service).unmeasured().header("Content-Length", "-5").bytes());
    }),
    SWITCHED_PROTOCOLS(101, WriteOutcome.IN_DOUBT),
    MOVED(301, WriteOutcome.REJECTED),
    FOUND(302, WriteOutcome.IN_DOUBT),
    SEE_OTHER(303, WriteOutcome.IN_DOUBT),
    REDIRECTED(307, WriteOutcome.REJECTED),
    REDIRECTED_FOR_GOOD(308, WriteOutcome.REJECTED),
    UNAUTHORIZED(401, WriteOutcome.REJECTED),
    PROXY_UNAUTHORIZED(407, WriteOutcome.REJECTED),
    REQUEST_TIMEOUT(408, WriteOutcome.IN_DOUBT),
    MISDIRECTED(421, WriteOutcome.REJECTED),
    TOO_EARLY(425, WriteOutcome.REJECTED),
    FAILED(500, WriteOutcome.IN_DOUBT),
    BAD_GATEWAY(502, WriteOutcome.IN_DOUBT),
    UNAVAILABLE_RETRY_AT_ONCE(503, WriteOutcome.IN_DOUBT),
    GATEWAY_TIMEOUT(504, WriteOutcome.IN_DOUBT),
    SILENCE((post, service) -> {
        post.readRequest();
        post.stall();
    });

    /** Each is a lambda that holds nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Play play;

    private final WriteOutcome outcome;

    @FunctionalInterface
    private interface Play {
        void on(RawConnection post, Service service) throws IOException;
    }

    /** One that leaves the entry in doubt. */
    Misbehaviour(Play play) {
        this.play = play;
        outcome = WriteOutcome.IN_DOUBT;
    }

    /** An answer of that status, with all that tempts an HTTP client to send a request again. */
    Misbehaviour(int status, WriteOutcome outcome) {
        play = (post, service) -> {
            post.readRequest();
            post.write(RawReply.of(status)
                    .header("Retry-After", "0")
                    .header("Location", "/elsewhere")
                    .header("WWW-Authenticate", "Basic realm=\"r\", WRAP")
                    .header("Proxy-Authenticate", "Basic realm=\"r\"")
                    .bytes());
        };
        this.outcome = outcome;
    }

    private static RawReply created(Service service) {
        return RawReply.of(201).body(service.contentType(), service.created());
    }

    void play(RawConnection post, Service service) throws IOException {
        play.on(post, service);
    }

    /** What is then known of the entry. */
    WriteOutcome outcome() {
        return outcome;
    }
}
