/** Prints results, notes and progress to the standard streams, and detects terminals. */
@NullMarked
package dev.hourbridge.cli.terminal;

import org.jspecify.annotations.NullMarked;
