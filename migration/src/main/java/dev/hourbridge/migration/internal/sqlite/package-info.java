/**
 * The ledger: an SQLite file that stores the plan, what was sent and what was seen. Every SQL statement of the module
 * is in this package. Methods are named for what they find or change. A change requires a {@link
 * dev.hourbridge.migration.internal.sqlite.LedgerTransaction}, which only {@code Ledger.write} provides.
 *
 * <p>Internal: not part of the public API, may change in any release.
 */
@NullMarked
package dev.hourbridge.migration.internal.sqlite;

import org.jspecify.annotations.NullMarked;
