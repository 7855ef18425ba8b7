/** Teamwork on loopback. */
@NullMarked
package dev.hourbridge.simulators.teamwork;

import org.jspecify.annotations.NullMarked;
