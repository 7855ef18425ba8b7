package dev.hourbridge.simulators;

import java.net.URI;
import java.time.Year;
import java.util.List;

/**
 * A running fake of one service on 127.0.0.1. Requests are processed one at a time, in the order in which they arrive.
 * All methods are thread-safe.
 *
 * <p>The threads of a simulator keep the JVM alive until it is closed.
 *
 * @param <E> the type of the entries that the service stores
 */
public interface Simulator<E> extends AutoCloseable {
    /** How strictly a simulator checks requests. */
    enum Mode {
        /** Accepts what the vendor documents and rejects everything else. */
        STRICT,
        /**
         * Also accepts what third-party clients and the vendors' own SDKs are known to send. These are {@code page} and
         * {@code pageSize} for a task's list on Teamwork, the read-only fields of an entry on TeamPulse, and HEAD and
         * the read-only fields of an entry on LiveTimer. Codebase has no such exception.
         */
        LENIENT
    }

    /** Returns the base URL for a client, without a trailing slash. */
    URI url();

    /** Returns the fault plan, which is initially empty. */
    FaultPlan faults();

    /** Returns the log of the requests that arrived. */
    RequestLog requests();

    /**
     * Sets how strictly subsequent requests are checked. Default: {@link Mode#STRICT}.
     *
     * <p>The mode affects only what a simulator accepts. The form of its responses is set in its builder.
     */
    void mode(Mode mode);

    /** Returns a copy of the entries that the service lists, in the order of their ids. */
    List<E> entries();

    /**
     * Stores an entry as if its user had just created it.
     *
     * @return the entry with its id and its timestamps
     * @throws IllegalArgumentException if the entry refers to something that does not exist in the service
     */
    E add(E entry);

    /** {@linkplain #add Stores} entries in order. */
    void addAll(List<E> entries);

    /** Removes an entry, as another program might. Does nothing if there is no entry with this id. */
    void remove(long id);

    /** Stores generated entries for the year 2024: {@code seed(seed, entries, Year.of(2024))}. */
    void seed(long seed, int entries);

    /**
     * Stores generated entries that cover the special cases of the service, spread over the whole year. The same seed
     * and year result in the same entries.
     *
     * @param entries the number of entries, 0 or more
     * @param year 2007 to 9998
     * @throws IllegalArgumentException if {@code entries} or {@code year} is out of bounds
     */
    void seed(long seed, int entries, Year year);

    /** Stops the simulator and closes its connections. Idempotent. */
    @Override
    void close();
}
