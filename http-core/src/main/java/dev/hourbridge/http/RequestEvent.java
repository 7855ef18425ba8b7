package dev.hourbridge.http;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.HourbridgeException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Describes a request to a {@link RequestListener}. No value of an event contains an id, a query value, a body or a secret.
 * Immutable and safe for use by several threads. Not to be implemented outside of Hourbridge, except in tests; methods may
 * be added.
 */
public interface RequestEvent {

    /** Returns the account of the client; its {@link Account#service() service} has a short name for labels. */
    Account account();

    /**
     * Returns what the client does, such as {@code listTimeEntries}. Each client has a fixed set of operations: those of
     * its native API, and {@code requestToken} and {@code requestChallenge} if it logs in for a token.
     */
    String operation();

    /** Returns the HTTP method. */
    String method();

    /** Returns the path below the base URL, with a name in place of each id, such as {@code /time_entries/{id}.json}. */
    String pathTemplate();

    /** Returns the number of the attempt, from 1; 0 if the call ended before its first attempt. */
    int attempt();

    /** Returns the status of the response; empty before there is one, or if there is none. */
    OptionalInt status();

    /**
     * Returns the time since the start of the attempt for {@link RequestListener#attemptEnd}, zero for {@link
     * RequestListener#attemptStart}, and the time since the start of the call, waits included, for all others.
     */
    Duration duration();

    /**
     * Returns the exception that the call throws; empty if it succeeds, and for all events but {@link
     * RequestListener#callEnd}. For a label of few values, use its class.
     */
    Optional<HourbridgeException> failure();
}
