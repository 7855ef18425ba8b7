package dev.hourbridge.http;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.HourbridgeException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Describes a request to a {@link RequestListener}. No value of an event contains an id, a query value, a body or a
 * secret. Immutable and thread-safe. Do not implement this interface outside Hourbridge, except in tests: methods may
 * be added.
 */
public interface RequestEvent {

    /** Returns the account of the client. Its {@link Account#service() service} has a short name for labels. */
    Account account();

    /**
     * Returns the name of the operation, such as {@code listTimeEntries}. Each client has a fixed set of operations:
     * those of its native API, plus {@code requestToken} and {@code requestChallenge} if it requests tokens.
     */
    String operation();

    /** Returns the HTTP method. */
    String method();

    /** Returns the path below the base URL with a placeholder for each id, such as {@code /time_entries/{id}.json}. */
    String pathTemplate();

    /** Returns the number of the attempt, starting at 1; 0 if the call ended before its first attempt. */
    int attempt();

    /** Returns the status of the response; empty if there is no response, or not yet. */
    OptionalInt status();

    /**
     * Returns the time since the start of the attempt for {@link RequestListener#attemptEnd}, and zero for {@link
     * RequestListener#attemptStart}. For all other events, returns the time since the start of the call, including
     * waits.
     */
    Duration duration();

    /**
     * Returns the exception that the call throws; empty if the call succeeds, and for all events except {@link
     * RequestListener#callEnd}. For a label with few values, use the class of the exception.
     */
    Optional<HourbridgeException> failure();
}
