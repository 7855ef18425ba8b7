package dev.hourbridge.simulators.internal;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it is sent, so that it never needs to be in memory as a whole. */
@FunctionalInterface
public interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
}
