package dev.hourbridge.simulators.internal;

import java.time.Year;
import java.util.List;

/**
 * The entries of one service. Guarded by the server's lock.
 *
 * <p>{@link AbstractSimulator} uses it to show and to change entries for a test; the service of the vendor uses its own
 * methods for requests.
 *
 * @param <E> an entry as the service holds it
 */
public interface EntryStore<E> {
    /** Returns the entries that the service lists, in the order of their ids; a copy. */
    List<E> all();

    /** Stores an entry under a new id, stamped by the clock, and returns it as stored. */
    E create(E entry);

    /** Removes an entry if there is one with this id. */
    void remove(long id);

    /** Returns invented entries of this year. The same seed gives the same entries. */
    List<E> invent(long seed, int count, Year year);
}
