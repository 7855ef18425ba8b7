package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it is sent, which needs no memory for the whole. */
@FunctionalInterface
public interface BodyWriter {
    /**
     * Writes the whole body. Called once for each response, on a thread of the server and outside of its lock.
     *
     * @throws IOException if the caller closed the connection
     */
    void writeTo(OutputStream out) throws IOException;
}
