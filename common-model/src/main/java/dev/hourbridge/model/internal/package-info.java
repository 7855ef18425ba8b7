/**
 * The conversions of entries to maps and to texts.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.model.internal;

import org.jspecify.annotations.NullMarked;
