/**
 * A lossless file format for time entries, to preserve hours when a service is discontinued.
 *
 * <pre>{@code
 * try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(Path.of("hours.jsonl.gz"))) {
 *   archive.list(TimeEntryQuery.all()).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>An archive is a JSON Lines file with a header, one entry per line, and a trailer with the number of entries and
 * the totals. Each line has a check value that covers everything before it, so a file that is truncated, was edited or
 * mixes two archives is always rejected.
 *
 * @see <a href="{@docRoot}/../docs/archive.html">The archive</a>
 */
@NullMarked
package dev.hourbridge.archive;

import org.jspecify.annotations.NullMarked;
