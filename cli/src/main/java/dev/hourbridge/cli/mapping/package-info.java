/**
 * Proposes a mapping by the names of both sides, and writes it as a file to fill in. A value that is filled in is never
 * overwritten.
 */
@NullMarked
package dev.hourbridge.cli.mapping;

import org.jspecify.annotations.NullMarked;
