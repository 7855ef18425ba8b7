package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.YearMonth;

/**
 * The sums of one person, project and month, by what the plan wants on the target. Immutable and safe
 * for use by several threads.
 */
@AutoValue
public abstract class TotalsLine {
    TotalsLine() {}

    static TotalsLine of(
            String person,
            String project,
            YearMonth month,
            long entries,
            Duration source,
            Duration planned,
            Duration target) {
        return new AutoValue_TotalsLine(person, project, month, entries, source, planned, target);
    }

    /** The target's person. */
    public abstract String person();

    /** The target's project, or its task where the project is not known; empty for neither. */
    public abstract String project();

    /** The month of the day planned. */
    public abstract YearMonth month();

    /** How many entries are planned. */
    public abstract long entries();

    /** Their sum at the source when the plan was made. */
    public abstract Duration source();

    /** Their sum as planned, after rounding. */
    public abstract Duration planned();

    /** The sum of those that were seen on the target. */
    public abstract Duration target();

    /** What the target has more than planned; negative if it has less. */
    public final Duration difference() {
        return target().minus(planned());
    }
}
