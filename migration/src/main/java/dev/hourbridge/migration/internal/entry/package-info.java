/**
 * Entries, changes and attempts as stored in the ledger: values without SQL.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.entry;

import org.jspecify.annotations.NullMarked;
