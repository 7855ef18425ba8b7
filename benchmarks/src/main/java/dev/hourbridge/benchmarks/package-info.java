/** Measures what {@code docs/performance.md} says; {@code benchmarks/run} is the command. */
@NullMarked
package dev.hourbridge.benchmarks;

import org.jspecify.annotations.NullMarked;
