package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import dev.hourbridge.model.CallInterruptedException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.Duration;
import java.util.Optional;

/**
 * A comparison of a service's own total for one person or all people with the total of the rows that it lists,
 * regardless of who created them. Immutable and thread-safe.
 */
@AutoValue
public abstract class TotalCheck {
    /**
     * The maximum number of times that a list is read again if its total differs, because another user may change a row
     * between the two reads.
     */
    static final int MAX_REREADS = 2;

    TotalCheck() {}

    /**
     * Reads a service's own total for the matching rows, to compare it with the total of the listed rows.
     *
     * @param name the name of the side, for the reasons
     * @param person the target's person; an empty string for the whole source
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

    /** Returns a check with a total that was read, or that the service does not report. */
    static TotalCheck of(String person, Duration listed, Optional<Duration> own, Optional<String> notComparable) {
        return new AutoValue_TotalCheck(person, listed, own, notComparable, Optional.empty());
    }

    /**
     * Returns a check with a total that could not be read.
     *
     * @param failure the reason, for the report
     */
    static TotalCheck failed(String person, Duration listed, String failure) {
        return new AutoValue_TotalCheck(
                person, listed, Optional.empty(), Optional.of("it could not be read"), Optional.of(failure));
    }

    /** Returns the person on the target; an empty string for the whole source. */
    public abstract String person();

    /** Returns the total of all listed rows. */
    public abstract Duration listed();

    /** Returns the service's own total; empty if the service reports none, or if the total could not be read. */
    public abstract Optional<Duration> own();

    /** Returns why the two totals cannot be compared, if they cannot. */
    public abstract Optional<String> notComparable();

    /** Returns why the service's own total could not be read; empty if it was read or if there is none. */
    public abstract Optional<String> failure();

    /** Returns whether the two totals can be compared and differ. */
    public final boolean disagrees() {
        return notComparable().isEmpty() && own().isPresent() && !own().get().equals(listed());
    }
}
