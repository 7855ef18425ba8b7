package dev.hourbridge.http;

/** Why a request is sent again. Values may be added: a {@code switch} needs a default. */
public enum RetryReason {
    /** There was no response. */
    CONNECTION,
    /** The service failed: status 5xx or 408. */
    SERVER,
    /** The service limits the rate of requests. */
    THROTTLED,
    /** The service requires a new token. */
    CHALLENGE
}
