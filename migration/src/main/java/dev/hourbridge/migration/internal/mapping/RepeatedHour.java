package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import java.time.OffsetDateTime;

/**
 * The hour that a clock shows twice when daylight-saving time ends.
 *
 * <p>A wall clock alone does not tell the first pass of the hour from the second. Where a target stores wall clocks, a
 * start in that hour may move by one hour, which is declared as a loss.
 */
final class RepeatedHour {
    private RepeatedHour() {}

    /** Returns whether the target stores wall-clock times and its zone shows this one twice. */
    static boolean contains(OffsetDateTime start, Capabilities target) {
        return target.startForm() == StartForm.WALL_CLOCK
                && target.zone()
                        .map(zone -> zone.getRules()
                                        .getValidOffsets(start.toLocalDateTime())
                                        .size()
                                > 1)
                        .orElse(false);
    }
}
