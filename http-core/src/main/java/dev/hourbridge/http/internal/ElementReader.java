package dev.hourbridge.http.internal;

import dev.hourbridge.model.MalformedResponseException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one long response one at a time. Not thread-safe.
 *
 * @param <T> the type of the elements
 */
@FunctionalInterface
public interface ElementReader<T> {

    /**
     * Returns the next element; null at the end.
     *
     * @throws IOException if the connection is interrupted
     * @throws MalformedResponseException if the response does not have the expected form
     */
    @Nullable
    T next() throws IOException;

    /** Creates readers of responses. */
    @FunctionalInterface
    interface Factory<T> {

        /**
         * Creates a reader.
         *
         * @param response the response, without its body; for exceptions
         * @param body the body, decompressed
         * @param maxBytes the maximum size of an element
         */
        ElementReader<T> open(ApiResponse response, InputStream body, long maxBytes) throws IOException;
    }
}
