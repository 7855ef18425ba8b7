package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.StartForm;
import java.time.OffsetDateTime;

/**
 * The hour that clocks show twice when daylight saving time ends.
 *
 * <p>A local time alone does not distinguish the first occurrence of the hour from the second. If a target stores local
 * times, a start in that hour may move by one hour, which is declared as a loss.
 */
final class RepeatedHour {
    private RepeatedHour() {}

    /** Returns whether the target stores local times and its zone shows this one twice. */
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
