package dev.hourbridge.http;

/** Why a request is sent again. More may come. */
public enum RetryReason {
    /** No response came. */
    CONNECTION,
    /** The service failed: a 5xx or a 408. */
    SERVER,
    /** The service asks to be called less often. */
    THROTTLED,
    /** The service wants a new token. */
    CHALLENGE
}
