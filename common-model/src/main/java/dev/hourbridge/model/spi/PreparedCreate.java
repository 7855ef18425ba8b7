package dev.hourbridge.model.spi;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;

/**
 * A create that has been checked and already has a permit from the rate limiter. Send it once. Do not share it between
 * threads.
 */
@FunctionalInterface
public interface PreparedCreate {

    /**
     * Sends the POST once. Unlike {@link TimeTracker#create}, this method throws an exception for throttling instead of
     * waiting.
     *
     * @return the id of the new entry
     * @throws HourbridgeException if the create fails; {@link HourbridgeException#outcome()} states what is known about
     *     the entry
     */
    TimeEntryId send();
}
