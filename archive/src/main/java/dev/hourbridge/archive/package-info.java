/**
 * A lossless file of time entries, for hours that outlive their service.
 *
 * <pre>{@code
 * try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(Path.of("hours.jsonl.gz"))) {
 *   archive.list(TimeEntryQuery.all()).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>An archive is JSON Lines: a header, an entry a line, and a trailer with count and sums. Each line has a check of
 * everything before it, so that a file that was cut, edited or mixed with another one is never read.
 *
 * @see <a href="{@docRoot}/../docs/archive.html">The archive</a>
 */
@NullMarked
package dev.hourbridge.archive;

import org.jspecify.annotations.NullMarked;
