/**
 * What every step works with: both sides, the range of days, mapping, policy, clock and listener; and the exception that
 * ends a step early. Knows no ledger.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.context;

import org.jspecify.annotations.NullMarked;
