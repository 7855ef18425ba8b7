package dev.hourbridge.http.internal;

import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.Headers;
import okhttp3.MediaType;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A response. Its body is in memory, or open if it is a list that is read one element at a time. Creates the exceptions
 * for a response that is not as documented. Not thread-safe.
 */
public final class ApiResponse {
    private final Exchange exchange;
    private final int status;
    private final Headers headers;
    private final byte[] bytes;
    private final long maxBytes;
    private final @Nullable StreamedBody stream;

    ApiResponse(
            Exchange exchange,
            int status,
            Headers headers,
            byte[] bytes,
            long maxBytes,
            @Nullable StreamedBody stream) {
        this.exchange = exchange;
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.maxBytes = maxBytes;
        this.stream = stream;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the last header with the name, ignoring case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns all headers with the name, ignoring case. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** Returns a header that is a whole number of 0 or more; empty if it is missing or anything else. */
    public OptionalLong number(String name) {
        return header(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    /** Returns the content type in lower case, without parameters; empty if there is none. */
    public Optional<String> contentType() {
        return header("Content-Type")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    /** Returns the body, decompressed; it must not be modified. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the maximum size of the body, or of each element of a body that is read one element at a time. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Returns whether the body is empty or white space, as in the response of Rails to an update. */
    public boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Returns the body as text, in the charset of its content type or UTF-8; for messages, not for parsing. */
    public String text() {
        MediaType type = header("Content-Type").map(MediaType::parse).orElse(null);
        Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /**
     * Returns the exception for a response that is not as documented. For a create, the outcome is that the service
     * accepted the entry but returned no usable id.
     *
     * @param problem the end of a sentence, such as "has no id"; it must not contain a value from the body
     */
    public MalformedResponseException malformed(String problem) {
        boolean isCreate = exchange.kind().isCreate();
        return malformed(problem, isCreate ? WriteOutcome.ACCEPTED_NO_ID : WriteOutcome.IN_DOUBT);
    }

    /** Returns the exception for a 2xx that is not from the service itself, such as a login page. */
    MalformedResponseException unexpectedContentType() {
        String type = contentType()
                .filter(text -> text.matches("[a-z0-9.+/-]{1,60}"))
                .map(text -> "of content type " + text)
                .orElse("without a usable content type");
        return malformed("is " + type, WriteOutcome.IN_DOUBT);
    }

    private MalformedResponseException malformed(String problem, WriteOutcome outcome) {
        return new MalformedResponseException(failure(outcome, "returned " + status + ", but the response " + problem)
                .build());
    }

    /**
     * Returns the exception for a response that reports an error with a status of success. The outcome is that the
     * write was rejected, unless an earlier attempt is in doubt.
     */
    public RejectedException rejected(List<String> errors) {
        WriteOutcome outcome = exchange.state().inDoubt() ? WriteOutcome.IN_DOUBT : WriteOutcome.REJECTED;
        Failure.Builder failure = failure(outcome, "returned " + status + " with an error");
        List<String> clean = ServiceText.clean(exchange, errors);
        ServiceText.of(clean).ifPresent(failure::serviceMessage);
        return new RejectedException(failure.build(), clean);
    }

    /** Returns a failure with this status, and with the outcome if the request is a write. */
    Failure.Builder failure(WriteOutcome outcome, String what) {
        Failure.Builder failure = exchange.failure(what).status(status);
        return exchange.kind().isWrite() ? failure.outcome(outcome) : failure;
    }

    Exchange exchange() {
        return exchange;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    BufferedSource source() {
        return stream == null ? new okio.Buffer().write(bytes) : Okio.buffer(stream.source());
    }

    /** Sets the time limit for a read from an open body, starting now. */
    void setReadTimeout(Duration patience) {
        if (stream != null) {
            stream.setReadTimeout(patience);
        }
    }

    /** Returns how long an open body was not read, if it was closed for that reason. */
    Optional<Duration> unreadFor() {
        return stream == null ? Optional.empty() : stream.unreadFor();
    }

    /** Closes an open body. */
    void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
