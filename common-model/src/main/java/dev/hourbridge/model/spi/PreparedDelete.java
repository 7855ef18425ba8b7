package dev.hourbridge.model.spi;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeTracker;

/**
 * A deletion of one entry that has its permit: the caller reads the entry, and then sends the deletion without a further
 * wait. Send it once; do not share it between threads.
 */
@FunctionalInterface
public interface PreparedDelete {

    /**
     * Sends the DELETE at most once, and no other request. Unlike {@link TimeTracker#delete}, it is never sent again: another
     * user may have changed the entry meanwhile.
     *
     * @throws NotFoundException if there is no entry with this id
     * @throws ThrottledException if the service asks to send it later
     * @throws AuthenticationException if the credentials were not accepted. If the client could renew them, it has: prepare the
     *     deletion again
     * @throws HourbridgeException with {@link HourbridgeException#outcome()} for what is known of the deletion
     */
    void send();
}
