package dev.hourbridge.model.spi;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;

/**
 * An update of one entry that already has a permit from the rate limiter. The caller can read the entry and then send
 * the update without a further wait. Send it once. Do not share it between threads.
 */
@FunctionalInterface
public interface PreparedUpdate {

    /**
     * Sends the PUT at most once, and no other request. Unlike with {@link TimeTracker#update}, the request is never
     * sent again, because another user may have changed the entry in the meantime.
     *
     * @param current the entry that the caller just read; if updates replace the whole entry in the service, it
     *     supplies the fields that the update leaves unchanged
     * @param update the fields that change
     * @throws InvalidInputException before the request, as {@link TimeTracker#update} does
     * @throws ThrottledException if the service limits the rate of requests
     * @throws AuthenticationException if the service rejected the credentials. The client has renewed them if it could,
     *     so prepare the update again
     * @throws HourbridgeException if the update fails; {@link HourbridgeException#outcome()} states what is known about
     *     it
     */
    void send(TimeEntry current, TimeEntryUpdate update);
}
