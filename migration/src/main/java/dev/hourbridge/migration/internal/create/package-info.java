/**
 * Handles a create from the intent in the ledger to its outcome, and determines for entries with an unknown outcome
 * whether they are on the target and whether they may be sent again.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.create;

import org.jspecify.annotations.NullMarked;
