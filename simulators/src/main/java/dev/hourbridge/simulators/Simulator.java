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

    /** Stops it and closes its connections. A second call does nothing. */
    @Override
    void close();
}
