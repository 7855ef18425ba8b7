/** Tests of the LiveTimer client, through its public API and the wire. */
@NullMarked
package dev.hourbridge.livetimer;

import org.jspecify.annotations.NullMarked;
