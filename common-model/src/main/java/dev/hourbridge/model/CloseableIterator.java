package dev.hourbridge.model;

import java.util.Iterator;

/**
 * An iterator that may hold resources. It closes itself at its end and on an error; close it if you do not read it to
 * its end. Use it from one thread only; {@link #close()} may be called from any thread.
 *
 * <p>If it was closed before its end, it throws {@link IllegalStateException} when more elements are requested, so that
 * a list that was not read to its end cannot be mistaken for a complete one.
 *
 * @param <T> the elements' type
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {

    /** Releases the resources. Idempotent, and without effect after the end. */
    @Override
    void close();
}
