package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Anything that keeps a call from its answer. Unchecked; its subtypes say what kind of thing
 * happened, and more of them may come: catch this type last.
 *
 * <p>Its message names the request and the service's own words, never a payload, a query value or a
 * secret, and ends in the section of {@code docs/troubleshooting.md} that says more.
 */
public abstract class HourbridgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private transient @Nullable PageToken pageToken;

    HourbridgeException(Failure failure, String anchor) {
        super(message(failure, anchor), failure.cause().orElse(null));
        this.failure = failure;
    }

    private static String message(Failure failure, String anchor) {
        StringBuilder text = new StringBuilder(failure.message());
        failure.serviceMessage()
                .ifPresent(words ->
                        text.append(" The service says: \"").append(words).append("\"."));
        return text.append(" See docs/troubleshooting.md#").append(anchor).toString();
    }

    /** The HTTP status; empty if no answer came. */
    public final OptionalInt status() {
        return failure.status();
    }

    /** The service's own words, cut to a few hundred characters. */
    public final Optional<String> serviceMessage() {
        return failure.serviceMessage();
    }

    /** How often the request was sent, or tried; 0 if it never was. */
    public final int attempts() {
        return failure.attempts();
    }

    /**
     * For a create, an update or a delete: what is known of it; empty for a read, and for an {@link
     * InvalidInputException}, before which no request was made.
     */
    public final Optional<WriteOutcome> outcome() {
        return failure.outcome();
    }

    /** For a list: the page that failed, to go on from with {@link Pager#startingAt}. */
    public final Optional<PageToken> pageToken() {
        return Optional.ofNullable(pageToken);
    }

    /**
     * Sets the page at which a list resumes. For the pagers of {@link dev.hourbridge.model.spi.Pagers}.
     *
     * @param token the page; null if the list has to be read from its beginning
     */
    public final void resumeAt(@Nullable PageToken token) {
        pageToken = token;
    }
}
