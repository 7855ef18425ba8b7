package dev.hourbridge.cli.report;

import dev.hourbridge.migration.PlannedChange;

/**
 * A change to an entry that was sent before.
 *
 * @param change the change as planned, or its current state
 * @param isDone whether apply carried it out in this run
 */
public record ReportedChange(PlannedChange change, boolean isDone) {}
