package dev.hourbridge.simulators;

import java.net.URI;

/**
 * A running fake of one service, on 127.0.0.1. All of them may be used by several threads: requests
 * are processed one at a time, in the order in which they arrive.
 *
 * <p>Its threads keep the JVM alive until it is closed.
 */
public interface Simulator extends AutoCloseable {
    /** The address that a client is to be given, without a slash at its end. */
    URI url();

    /** What goes wrong, and when; nothing until told. */
    FaultPlan faults();

    /** The requests that arrived, also those that were dropped or refused. */
    RequestLog requests();

    /**
     * Sets how requests from now on are read. Default: {@link Mode#STRICT}.
     *
     * <p>The mode is about what a simulator accepts. The shapes of its responses are options of its builder.
     */
    void mode(Mode mode);

    /** How strictly a simulator reads requests. */
    enum Mode {
        /** Accepts what the vendor documents and rejects everything else. */
        STRICT,
        /**
         * Accepts in addition what third-party clients and the vendors' own SDKs are known to send: on
         * Teamwork {@code page} and {@code pageSize} for a task's list, on TeamPulse the read-only fields of an
         * entry, on LiveTimer HEAD and the read-only fields of an entry. Codebase has no such exception.
         */
        LENIENT
    }

    /** Stops it and closes its connections. A second call does nothing. */
    @Override
    void close();
}
