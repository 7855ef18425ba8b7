/**
 * Reading and writing what services send: annotated types, read strictly, with every lenience named.
 *
 * <pre>{@code
 * final class EntryJson extends WireType {
 *   @JsonProperty("project-id") @JsonDeserialize(using = Lenient.Id.class) @Nullable String projectId;
 * }
 * }</pre>
 *
 * <p>No number is read from a text, no flag from a number, nothing from null, unless the field says
 * {@link dev.hourbridge.http.internal.wire.Lenient}. A parser's messages, which can print what it read,
 * go no further than this package.
 */
@NullMarked
package dev.hourbridge.http.internal.wire;

import org.jspecify.annotations.NullMarked;
