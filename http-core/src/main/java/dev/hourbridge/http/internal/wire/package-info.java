/**
 * Reads and writes JSON with annotated types, strictly: every lenience is named at its field.
 *
 * <p>A number is not read from a text, a boolean not from a number and nothing from null, unless the field names one of
 * the {@code Lenient…Deserializer}s. Parser messages, which can quote the input, never leave this package.
 */
@NullMarked
package dev.hourbridge.http.internal.wire;

import org.jspecify.annotations.NullMarked;
