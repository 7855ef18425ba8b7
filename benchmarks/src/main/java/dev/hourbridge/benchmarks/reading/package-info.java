/**
 * Measures reading time entries from bytes: with the clients, and with handwritten readers for the same bytes. Both
 * return the same type with the same fields, and retain unknown fields in the same way.
 */
@NullMarked
package dev.hourbridge.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
