/** One client under many threads, interrupts, closes, and a program's end. */
@NullMarked
package dev.hourbridge.resilience.concurrency;

import org.jspecify.annotations.NullMarked;
