package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is generated while it is sent and is never held in memory as a whole. */
@FunctionalInterface
public interface BodyWriter {
    /**
     * Writes the whole body. Called once for each response, on a thread of the server and outside its lock.
     *
     * @throws IOException if the caller closed the connection
     */
    void writeTo(OutputStream out) throws IOException;
}
