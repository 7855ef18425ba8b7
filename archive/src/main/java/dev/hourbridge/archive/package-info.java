/**
 * A lossless file of time entries, for hours that outlive their service.
 *
 * <pre>{@code
 * Path file = Path.of("hours.jsonl.gz");
 * ArchiveSummary written = ArchiveWriter.write(tracker, TimeEntryQuery.all(), file);
 * try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
 *   archive.list(TimeEntryQuery.all()).forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>An archive is JSON Lines: a header, an entry a line, and a trailer with count and sums. Each line has a check of
 * everything before it, so that a file that was cut, edited or mixed with another one is never read.
 */
@NullMarked
package dev.hourbridge.archive;

import org.jspecify.annotations.NullMarked;
