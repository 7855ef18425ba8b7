package dev.hourbridge.simulators;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it is sent, so that it never needs to be in memory as a whole. */
@FunctionalInterface
interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
}
