/**
 * Maps an entry of the source to an entry of the target: people, place, time, note and trailer. Also defines the
 * identity with which planned entries and listed rows are compared. Pure functions: no class here reads a file, a
 * ledger or a service.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.mapping;

import org.jspecify.annotations.NullMarked;
