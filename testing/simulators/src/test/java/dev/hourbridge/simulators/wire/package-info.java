/** Requests to the simulators as they are on the wire, for the tests. */
@NullMarked
package dev.hourbridge.simulators.wire;

import org.jspecify.annotations.NullMarked;
