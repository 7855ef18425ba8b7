/** What applications would write without this library, and the processes in which they are compared with it. */
@NullMarked
package dev.hourbridge.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
