package dev.hourbridge.cli.report;

import dev.hourbridge.migration.PlannedChange;

/**
 * A change of an entry that was sent before.
 *
 * @param change the change as it was planned, or as it stands
 * @param isDone whether apply carried it out in this run
 */
public record ReportedChange(PlannedChange change, boolean isDone) {}
