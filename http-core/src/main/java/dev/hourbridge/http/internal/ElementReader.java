package dev.hourbridge.http.internal;

import dev.hourbridge.model.MalformedResponseException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one long response in turn. Belongs to one thread.
 *
 * @param <T> the elements' type
 */
@FunctionalInterface
public interface ElementReader<T> {

    /**
     * The next element; null at the end.
     *
     * @throws IOException if the response breaks off
     * @throws MalformedResponseException if it is not of the form expected
     */
    @Nullable
    T next() throws IOException;

    /** Makes the reader of a response. */
    @FunctionalInterface
    interface Factory<T> {

        /**
         * A reader.
         *
         * @param response the response, without its body; for complaints
         * @param body the body, unzipped
         * @param maxBytes how much of it an element may take
         */
        ElementReader<T> open(ApiResponse response, InputStream body, long maxBytes) throws IOException;
    }
}
