package dev.hourbridge.model.spi;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;

/** A create that is checked and has its permit. Send it once; do not share it between threads. */
@FunctionalInterface
public interface PreparedCreate {

    /**
     * Sends the POST, once. Unlike {@link TimeTracker#create}, a throttle is thrown and not waited
     * out.
     *
     * @return the id of the new entry
     * @throws HourbridgeException with {@link HourbridgeException#outcome()} saying what is known of
     *     the entry
     */
    TimeEntryId send();
}
