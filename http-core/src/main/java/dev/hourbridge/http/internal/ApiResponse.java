package dev.hourbridge.http.internal;

import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.RejectedException;
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
 * A response, read whole and closed, with what it takes to complain about it. Belongs to one thread.
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

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The last header of the name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All headers of the name, in any case. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** A header that is a whole number, zero or more; empty if there is none, or it is anything else. */
    public OptionalLong number(String name) {
        return header(name)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElseGet(OptionalLong::empty);
    }

    /** The content type in lower case, without parameters; empty if there is none. */
    public Optional<String> contentType() {
        return header("Content-Type")
                .map(text -> text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    /** The body, unzipped; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The cap on the body, or on each element of a body that is read an element at a time. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Whether the body is empty or white space, as Rails answers to an update. */
    public boolean isBlank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The body as text, in the charset of its content type or UTF-8; for messages, not for parsing. */
    public String text() {
        MediaType type = header("Content-Type").map(MediaType::parse).orElse(null);
        Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return new String(bytes, charset == null ? StandardCharsets.UTF_8 : charset);
    }

    /**
     * For a response that is not what the service documents. For a create it says that the service took
     * the entry but gave no usable id.
     *
     * @param what the end of a sentence, such as "has no id"; without any value of the body
     */
    public MalformedResponseException malformed(String what) {
        return Failures.malformed(this, what);
    }

    /**
     * For a response that says, behind a status of success, that the service did not do it: a write is
     * refused then, unless an earlier attempt of it is in doubt.
     */
    public RejectedException rejected(List<String> errors) {
        return Failures.rejectedWithSuccessStatus(this, errors);
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

    /** How long a body that is still open may be waited for, from now on. */
    void setReadTimeout(Duration patience) {
        if (stream != null) {
            stream.setReadTimeout(patience);
        }
    }

    /** For how long nothing was read of an open body, if it was given up for that. */
    Optional<Duration> givenUpAfter() {
        return stream == null ? Optional.empty() : stream.givenUpAfter();
    }

    /** Lets go of a body that is still open. */
    void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
