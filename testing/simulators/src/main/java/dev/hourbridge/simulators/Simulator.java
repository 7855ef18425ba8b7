package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Year;
import java.util.List;

/**
 * A running fake of one service on 127.0.0.1. Requests are processed one at a time, in the order in which they
 * arrive. All methods are safe for use by several threads.
 *
 * <p>The threads of a simulator keep the JVM alive until it is closed.
 *
 * @param <E> an entry as the service holds it
 */
public interface Simulator<E> extends AutoCloseable {
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

    /** Returns the base URL for a client, without a slash at its end. */
    URI url();

    /** Returns the plan of faults, which is empty at first. */
    FaultPlan faults();

    /** Returns the log of the requests that arrived. */
    RequestLog requests();

    /**
     * Sets how requests from now on are read. Default: {@link Mode#STRICT}.
     *
     * <p>The mode is about what a simulator accepts. The shapes of its responses are options of its builder.
     */
    void mode(Mode mode);

    /** Returns the entries that the service lists, in the order of their ids; a copy. */
    List<E> entries();

    /**
     * Stores an entry as if its user had created it now.
     *
     * @return the entry with its id and its stamps
     * @throws IllegalArgumentException if the entry refers to something that the service does not have
     */
    E add(E entry);

    /** {@linkplain #add Stores} entries in their order. */
    void addAll(List<E> entries);

    /** Removes an entry, as another program might. Does nothing if there is no entry with this id. */
    void remove(long id);

    /** Stores invented entries of the year 2024: {@code seed(seed, entries, Year.of(2024))}. */
    void seed(long seed, int entries);

    /**
     * Stores invented entries that cover the special cases of the service, over the whole year. The same seed
     * and year give the same entries.
     *
     * @param entries how many, 0 or more
     * @param year 2007 to 9998
     * @throws IllegalArgumentException if {@code entries} or {@code year} is out of bounds
     */
    void seed(long seed, int entries, Year year);

    /** Stops the simulator and closes its connections. Idempotent. */
    @Override
    void close();
}
