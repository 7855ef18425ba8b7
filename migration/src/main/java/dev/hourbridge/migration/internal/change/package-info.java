/**
 * Plans, records decisions about, and carries out updates and deletions of rows that the ledger sent, for entries that
 * have changed at the source.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.change;

import org.jspecify.annotations.NullMarked;
