/**
 * Writes down what a migration did: for people as text, for machines as JSON, and as one HTML page
 * that needs nothing else.
 *
 * <pre>{@code
 * Report report = Report.builder().title("verify").plan(plan).verify(result).build();
 * ReportFiles.write(Path.of("report"), report);
 * }</pre>
 */
@NullMarked
package dev.hourbridge.cli.report;

import org.jspecify.annotations.NullMarked;
