/** Tests of the TeamPulse client: on the wire, against samples of the vendor's, and against the simulator. */
@NullMarked
package dev.hourbridge.teampulse;

import org.jspecify.annotations.NullMarked;
