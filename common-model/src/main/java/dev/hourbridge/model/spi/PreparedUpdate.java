package dev.hourbridge.model.spi;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;

/**
 * An update of one entry that has its permit: the caller reads the entry, and then sends the update without a further wait.
 * Send it once; do not share it between threads.
 */
@FunctionalInterface
public interface PreparedUpdate {

    /**
     * Sends the PUT at most once, and no other request. Unlike {@link TimeTracker#update}, it is never sent again: another user
     * may have changed the entry meanwhile.
     *
     * @param current the entry as the caller just read it, from which a service whose updates replace the entry receives the
     *     fields that the update leaves
     * @param update the fields that change
     * @throws InvalidInputException before the request, as {@link TimeTracker#update} does
     * @throws ThrottledException if the service asks to send it later
     * @throws AuthenticationException if the credentials were not accepted. If the client could renew them, it has: prepare the
     *     update again
     * @throws HourbridgeException with {@link HourbridgeException#outcome()} for what is known of the update
     */
    void send(TimeEntry current, TimeEntryUpdate update);
}
