package dev.hourbridge.http;

/** Why a request is sent again. Constants may be added, so use a default branch. */
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
