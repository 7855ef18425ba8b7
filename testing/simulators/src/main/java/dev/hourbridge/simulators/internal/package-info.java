/** Code that the simulators share. Not for use by other code. */
@NullMarked
package dev.hourbridge.simulators.internal;

import org.jspecify.annotations.NullMarked;
