/**
 * The target's rows: which of them the ledger sent, which existed before, and which are new. All steps read the rows
 * here, so the same rules apply to a row everywhere. Sends no write.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.target;

import org.jspecify.annotations.NullMarked;
