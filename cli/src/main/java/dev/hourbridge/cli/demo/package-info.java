/** Runs the simulated services of the {@code demo} and {@code simulate} commands. */
@NullMarked
package dev.hourbridge.cli.demo;

import org.jspecify.annotations.NullMarked;
