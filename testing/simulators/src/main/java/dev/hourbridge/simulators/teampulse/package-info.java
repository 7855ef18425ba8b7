/** TeamPulse on loopback. */
@NullMarked
package dev.hourbridge.simulators.teampulse;

import org.jspecify.annotations.NullMarked;
