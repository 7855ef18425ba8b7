package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.Optional;

/**
 * A service's own total of the rows of one person or of all people, compared with the sum of all rows that it lists, by
 * any author. Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TotalCheck {
    /** How often a list is read again whose sum disagrees, because another user may write between the list and the sum. */
    static final int MAX_REREADS = 2;

    TotalCheck() {}

    /**
     * Reads a service's own total of the rows that match, to compare it with the sum of the rows that were listed.
     *
     * @param name the side in words, for the reasons
     * @param person the target's person; empty text for the whole source
     */
    static TotalCheck read(TimeTracker side, String name, TimeEntryQuery query, String person, Duration listed) {
        try {
            Optional<Duration> own = side.total(query);
            Optional<String> none =
                    own.isPresent() ? Optional.empty() : Optional.of(name + " has no total for these conditions");
            return of(person, listed, own, none);
        } catch (CallInterruptedException e) {
            throw e;
        } catch (HourbridgeException e) {
            return failed(person, listed, name + "'s own total could not be read: " + e.getMessage());
        }
    }

    /** Returns a check of a sum that was read, or that the service does not have. */
    static TotalCheck of(String person, Duration listed, Optional<Duration> own, Optional<String> notComparable) {
        return new AutoValue_TotalCheck(person, listed, own, notComparable, Optional.empty());
    }

    /**
     * Returns a check of a sum that could not be read.
     *
     * @param failure why, for the report
     */
    static TotalCheck failed(String person, Duration listed, String failure) {
        return new AutoValue_TotalCheck(
                person, listed, Optional.empty(), Optional.of("it could not be read"), Optional.of(failure));
    }

    /** Returns the target's person; empty text for the whole source. */
    public abstract String person();

    /** Returns the sum of all rows listed. */
    public abstract Duration listed();

    /** Returns the service's own total; empty if it has none, or if it could not be read. */
    public abstract Optional<Duration> own();

    /** Returns why the two cannot be compared, if they cannot. */
    public abstract Optional<String> notComparable();

    /** Returns why the service's own total could not be read; empty if it was read, or if there is none. */
    public abstract Optional<String> failure();

    /** Returns whether the two can be compared, and are not the same. */
    public final boolean disagrees() {
        return notComparable().isEmpty() && own().isPresent() && !own().get().equals(listed());
    }
}
