/**
 * Moves time entries from one service to another, each exactly once, or reports which entries are missing and why.
 *
 * <!-- with: TimeTracker from, TimeTracker to, LocalDate first, LocalDate last, Mapping map, Path file -->
 * <pre>{@code
 * try (Migration migration = Migration.builder().source(from).target(to).range(first, last).mapping(map).ledger(file).build()) {
 *   if (migration.plan().outcome() == Outcome.DONE && migration.apply().outcome() == Outcome.DONE) {
 *     System.out.println(migration.verify().summary());
 *   }
 * }
 * }</pre>
 *
 * <p>The migration does not depend on particular services: everything it needs is in {@link
 * dev.hourbridge.model.TimeTracker} and {@link dev.hourbridge.model.Capabilities}. A ledger, which is an SQLite file,
 * records what was planned, sent and found. After a crash, each step resumes from the ledger.
 *
 * @see <a href="{@docRoot}/../docs/migrating-in-java.html">Migrating in Java</a>
 */
@NullMarked
package dev.hourbridge.migration;

import org.jspecify.annotations.NullMarked;
