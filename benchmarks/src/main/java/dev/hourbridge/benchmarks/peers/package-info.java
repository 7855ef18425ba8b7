/** Clients that applications would write without this library, and the processes that compare them with it. */
@NullMarked
package dev.hourbridge.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
