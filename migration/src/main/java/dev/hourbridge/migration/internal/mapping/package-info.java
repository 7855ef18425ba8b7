/**
 * Maps an entry of the source to an entry of the target: people, place, time, note, trailer and the identity by
 * which a planned entry and a listed row are compared. Pure functions: no class here reads a file, a ledger or a
 * service.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.mapping;

import org.jspecify.annotations.NullMarked;
