/** LiveTimer on loopback. */
@NullMarked
package dev.hourbridge.simulators.livetimer;

import org.jspecify.annotations.NullMarked;
