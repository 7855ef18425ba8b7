/**
 * Reports the results of a migration: as text for people, as JSON for programs, and as a self-contained HTML page.
 *
 * <pre>{@code
 * Report report = Report.builder().title("verify").plan(plan).verify(result).build();
 * ReportFiles.write(Path.of("report"), report);
 * }</pre>
 */
@NullMarked
package dev.hourbridge.cli.report;

import org.jspecify.annotations.NullMarked;
