package dev.hourbridge.simulators.teamwork;

/** The two spellings of Teamwork's rate limit headers. */
public enum TeamworkRateLimitHeaders {
    /** {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset}. */
    X_RATELIMIT("X-RateLimit-"),
    /** {@code X-Rate-Limit-Limit}, {@code -Remaining} and {@code -Reset}. */
    X_RATE_LIMIT("X-Rate-Limit-");

    private final String prefix;

    TeamworkRateLimitHeaders(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the common prefix of the three header names. */
    String prefix() {
        return prefix;
    }
}
