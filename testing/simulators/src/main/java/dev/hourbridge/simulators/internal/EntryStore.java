package dev.hourbridge.simulators.internal;

import java.time.Year;
import java.util.List;

/**
 * The entries of one service. Guarded by the server's lock.
 *
 * <p>{@link AbstractSimulator} uses it to show and change entries for a test. The vendor's service uses its own methods
 * for requests.
 *
 * @param <E> the type of the entries that the service stores
 */
public interface EntryStore<E> {
    /** Returns a copy of the entries that the service lists, in the order of their ids. */
    List<E> all();

    /** Stores an entry with a new id and the current timestamp, and returns the stored entry. */
    E create(E entry);

    /** Removes the entry with this id, if any. */
    void remove(long id);

    /** Returns generated entries for this year. The same seed results in the same entries. */
    List<E> invent(long seed, int count, Year year);
}
