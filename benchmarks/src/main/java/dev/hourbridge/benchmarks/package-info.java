/** Measures the figures of {@code docs/performance.md}; {@code benchmarks/run} is the command. */
@NullMarked
package dev.hourbridge.benchmarks;

import org.jspecify.annotations.NullMarked;
