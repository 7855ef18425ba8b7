/**
 * Proposes a mapping based on the names on both sides, and writes it as a file to complete. A value that a user entered
 * is never overwritten.
 */
@NullMarked
package dev.hourbridge.cli.mapping;

import org.jspecify.annotations.NullMarked;
