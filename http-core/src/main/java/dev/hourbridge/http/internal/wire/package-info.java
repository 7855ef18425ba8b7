/**
 * Reads and writes JSON with annotated types, strictly. Every lenient exception is declared at its field.
 *
 * <p>A number is not read from a string, a boolean is not read from a number, and no value is read from null, unless
 * the field names one of the {@code Lenient…Deserializer}s. Parser messages, which can quote the input, never leave
 * this package.
 */
@NullMarked
package dev.hourbridge.http.internal.wire;

import org.jspecify.annotations.NullMarked;
