package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.YearMonth;

/**
 * The totals for one person, project, task and month on the target: the planned total and the total of the plan's rows
 * that were found. A moved row is counted as planned in one line and as found in another. Immutable and thread-safe.
 */
@AutoValue
public abstract class TotalsLine {
    TotalsLine() {}

    /** Creates a line. For the arguments, see the accessors. */
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

    /** Returns the person on the target. */
    public abstract String person();

    /** Returns the target's project; empty if there is none, or if only the task is known. */
    public abstract String project();

    /** Returns the target's task; empty if there is none. */
    public abstract String task();

    /** Returns the month on the target. */
    public abstract YearMonth month();

    /** Returns the number of planned entries; 0 if the line has only rows that are planned elsewhere. */
    public abstract long entries();

    /** Returns the total of the planned entries at the source when the plan was made. */
    public abstract Duration source();

    /** Returns the planned total of the entries, after rounding. */
    public abstract Duration planned();

    /**
     * Returns the total of the plan's rows that were found on the target, according to their person, project, task and
     * day there.
     */
    public abstract Duration target();

    /** Returns the target's total minus the planned total. */
    public final Duration difference() {
        return target().minus(planned());
    }
}
