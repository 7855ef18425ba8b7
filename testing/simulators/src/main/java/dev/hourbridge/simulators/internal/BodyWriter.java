package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it is sent, which needs no memory for the whole. */
@FunctionalInterface
public interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
}
