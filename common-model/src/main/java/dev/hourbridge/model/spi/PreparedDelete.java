package dev.hourbridge.model.spi;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeTracker;

/**
 * A deletion of one entry that already has a permit from the rate limiter. The caller can read the entry and then send
 * the deletion without a further wait. Send it once. Do not share it between threads.
 */
@FunctionalInterface
public interface PreparedDelete {

    /**
     * Sends the DELETE at most once, and no other request. Unlike with {@link TimeTracker#delete}, the request is never
     * sent again, because another user may have changed the entry in the meantime.
     *
     * @throws NotFoundException if there is no entry with this id
     * @throws ThrottledException if the service limits the rate of requests
     * @throws AuthenticationException if the service rejected the credentials. The client has renewed them if it could,
     *     so prepare the deletion again
     * @throws HourbridgeException if the deletion fails; {@link HourbridgeException#outcome()} states what is known
     *     about it
     */
    void send();
}
