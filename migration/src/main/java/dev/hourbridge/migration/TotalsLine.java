package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.YearMonth;

/**
 * The sums of one person, project, task and month of the target: what is planned there, and what of the
 * plan's rows is there. A moved row counts as planned in one line, and as seen in another.
 * Immutable and safe for use by several threads.
 */
@AutoValue
public abstract class TotalsLine {
    TotalsLine() {}

    /** Creates a value; the accessors describe the arguments. */
    public static TotalsLine of(
            String person,
            String project,
            String task,
            YearMonth month,
            long entries,
            Duration source,
            Duration planned,
            Duration target) {
        return new AutoValue_TotalsLine(person, project, task, month, entries, source, planned, target);
    }

    /** Returns the target's person. */
    public abstract String person();

    /** Returns the target's project; empty for none, or where only the task is known. */
    public abstract String project();

    /** Returns the target's task; empty for none. */
    public abstract String task();

    /** Returns the month on the target. */
    public abstract YearMonth month();

    /** Returns how many entries are planned; 0 where only rows are that are planned elsewhere. */
    public abstract long entries();

    /** Returns their sum at the source when the plan was made. */
    public abstract Duration source();

    /** Returns their sum as planned, after rounding. */
    public abstract Duration planned();

    /**
     * Returns the sum of the plan's rows that were seen on the target, by the person, place and day that they have
     * there.
     */
    public abstract Duration target();

    /** Returns what the target has more than planned; negative if it has less. */
    public final Duration difference() {
        return target().minus(planned());
    }
}
