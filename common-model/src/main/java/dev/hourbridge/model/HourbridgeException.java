package dev.hourbridge.model;

import dev.hourbridge.model.spi.Failure;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call fails. Unchecked. Each subtype is one kind of failure. Later versions may add subtypes, so catch
 * this type last:
 *
 * <!-- with: TimeTracker tracker, NewTimeEntry entry -->
 * <pre>{@code
 * try {
 *   tracker.create(entry);
 * } catch (ThrottledException e) {
 *   System.out.println("The service asks to wait " + e.retryAfter());
 * } catch (HourbridgeException e) {
 *   boolean mayExist = e.outcome().filter(outcome -> outcome != WriteOutcome.NOT_SENT).isPresent();
 *   System.out.println(e.getMessage() + (mayExist ? " Check before you retry." : ""));
 * }
 * }</pre>
 *
 * <p>The message names the request and quotes the service. It never contains a payload, a query value or a secret. It
 * ends with the {@linkplain #help() anchor} of a section of the troubleshooting page, such as {@code (help:
 * list-too-long)}.
 */
public abstract class HourbridgeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final String help;
    private transient @Nullable PageToken pageToken;

    HourbridgeException(Failure failure, String help) {
        super(message(failure, help), failure.cause().orElse(null));
        this.failure = failure;
        this.help = help;
    }

    private static String message(Failure failure, String help) {
        StringBuilder text = new StringBuilder(failure.message());
        failure.serviceMessage()
                .ifPresent(words ->
                        text.append(" The service reports: \"").append(words).append("\"."));
        return text.append(" (help: ").append(help).append(')').toString();
    }

    /**
     * Returns the anchor of a section of the troubleshooting page, such as {@code list-too-long}. Each subtype has one
     * anchor, which does not change between versions. {@code hourbridge help list-too-long} prints the section.
     */
    public final String help() {
        return help;
    }

    /** Returns the HTTP status; empty if there was no response. */
    public final OptionalInt status() {
        return failure.status();
    }

    /** Returns the service's message, truncated to a few hundred characters. */
    public final Optional<String> serviceMessage() {
        return failure.serviceMessage();
    }

    /** Returns the number of attempts to send the request; 0 if it was never attempted. */
    public final int attempts() {
        return failure.attempts();
    }

    /**
     * Returns what is known about a create, an update or a delete that failed; empty for a read, and for an {@link
     * InvalidInputException}, which is thrown before any request is sent.
     */
    public final Optional<WriteOutcome> outcome() {
        return failure.outcome();
    }

    /** Returns the page of a list that failed. {@link Pager#startingAt} resumes from it. */
    public final Optional<PageToken> pageToken() {
        return Optional.ofNullable(pageToken);
    }

    /**
     * Sets the page from which the list can be resumed. Intended for the pagers of {@link
     * dev.hourbridge.model.spi.Pagers}.
     *
     * @param token the page; null if the list must be read from the beginning
     */
    public final void resumeAt(@Nullable PageToken token) {
        pageToken = token;
    }
}
