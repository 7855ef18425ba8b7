/** The migration that needs no account: between two simulated services, through a lost answer and a throttle. */
@NullMarked
package dev.hourbridge.cli.demo;

import org.jspecify.annotations.NullMarked;
