/** Codebase on loopback. */
@NullMarked
package dev.hourbridge.simulators.codebase;

import org.jspecify.annotations.NullMarked;
