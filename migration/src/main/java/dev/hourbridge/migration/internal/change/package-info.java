/**
 * Updates and deletions of rows that the ledger sent, for entries that changed at the source since: planned, decided by the
 * user, and carried out.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.change;

import org.jspecify.annotations.NullMarked;
