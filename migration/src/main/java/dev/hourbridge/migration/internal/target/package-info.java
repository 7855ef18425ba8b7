/**
 * The target's rows: which of them the ledger sent, which were there before, and which are new. All steps read them here,
 * so that a row is judged by the same rules everywhere. Sends no write.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.target;

import org.jspecify.annotations.NullMarked;
