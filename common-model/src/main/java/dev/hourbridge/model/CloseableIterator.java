package dev.hourbridge.model;

import java.util.Iterator;

/**
 * An iterator that may hold resources. It closes itself at the end and on an error. If you do not read it to the end,
 * close it. Use it from one thread only, but you may call {@link #close()} from any thread.
 *
 * <p>An iterator that was closed before its end throws {@link IllegalStateException} when it is asked for more
 * elements. An incomplete list therefore cannot be mistaken for a complete one.
 *
 * @param <T> the elements' type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {

    /** Releases the resources. Idempotent; has no effect after the end of the list. */
    @Override
    void close();
}
