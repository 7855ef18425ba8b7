/**
 * One create, from the intent in the ledger to its outcome, and the entries of which the outcome is not known: whether they
 * are on the target, and whether one may be sent again.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.create;

import org.jspecify.annotations.NullMarked;
