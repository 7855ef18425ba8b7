package dev.hourbridge.model;

import java.util.Iterator;

/**
 * An iterator that may hold resources. It closes itself at its end and on an error; close it if you do not read it to
 * its end. Belongs to one thread, but {@link #close()} may be called from any.
 *
 * <p>Once closed before its end, it throws {@link IllegalStateException} when asked for more: so a list that was not
 * read to its end cannot be mistaken for a complete one.
 *
 * @param <T> the elements' type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {

    /** Releases the resources. Idempotent, and without effect after the end. */
    @Override
    void close();
}
