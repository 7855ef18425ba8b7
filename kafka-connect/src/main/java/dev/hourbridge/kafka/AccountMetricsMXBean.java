package dev.hourbridge.kafka;

/** The metrics of one account since its task started. */
public interface AccountMetricsMXBean {
    /** Returns the seconds since the account was last read completely. */
    long getLagSeconds();

    /** Returns the number of records written, excluding tombstones. */
    long getRows();

    /** Returns the number of deletions written. */
    long getDeletions();

    /** Returns the seconds spent waiting for the rate limit and between retries. */
    long getThrottledSeconds();
}
