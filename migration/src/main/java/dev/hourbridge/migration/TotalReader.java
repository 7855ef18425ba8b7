package dev.hourbridge.migration;

import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.Optional;

/** Reads a service's own sum, to compare it with the sum of the rows that were listed. */
final class TotalReader {
    /** How often a list is read again whose sum disagrees, because another user may write between the list and the sum. */
    static final int MAX_REREADS = 2;

    private TotalReader() {}

    /**
     * Reads the sum of the rows that match.
     *
     * @param name the side in words, for the reasons
     * @param person the target's person; empty text for the whole source
     */
    static TotalCheck read(TimeTracker side, String name, TimeEntryQuery query, String person, Duration listed) {
        try {
            Optional<Duration> own = side.total(query);
            Optional<String> none = own.isPresent() ? Optional.empty() : Optional.of(name + " has no sum for this");
            return TotalCheck.of(person, listed, own, none);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (HourbridgeException e) {
            return TotalCheck.failed(person, listed, name + "'s own sum could not be read: " + e.getMessage());
        }
    }
}
