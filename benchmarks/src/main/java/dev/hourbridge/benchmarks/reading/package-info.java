/**
 * From bytes to time entries: by the clients, and by readers written by hand for the same bytes, the
 * same type, the same fields and the same keeping of fields that are not known.
 */
@NullMarked
package dev.hourbridge.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
