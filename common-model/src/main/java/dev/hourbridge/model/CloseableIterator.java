package dev.hourbridge.model;

import java.util.Iterator;

/**
 * An iterator that may hold something open. It closes itself at its end and on an error; close it
 * to leave early. Belongs to one thread, but {@link #close()} may be called from any.
 *
 * <p>Once closed before its end, it throws {@link IllegalStateException} when asked for more: a list
 * that was cut off never looks like one that came to its end.
 *
 * @param <T> the elements' type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {

    /** Lets go of what is open. Does nothing the second time, nor after the end. */
    @Override
    void close();
}
