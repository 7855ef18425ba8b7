/**
 * The context of every step: both sides, the range of days, mapping, policy, clock and listener. Also contains the
 * exception that ends a step early. Independent of the ledger.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.context;

import org.jspecify.annotations.NullMarked;
