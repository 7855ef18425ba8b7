/**
 * Proposes a mapping based on the names on both sides, and writes it as a file to complete. A value that was filled in
 * is never overwritten.
 */
@NullMarked
package dev.hourbridge.cli.mapping;

import org.jspecify.annotations.NullMarked;
