package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A row on the target that does not belong to the plan. Immutable and thread-safe. */
@AutoValue
public abstract class UnrelatedRow {
    UnrelatedRow() {}

    /** Creates an unrelated row. For the arguments, see the accessors. */
    public static UnrelatedRow of(
            String targetId, Verdict verdict, String person, LocalDate day, Duration duration, Optional<String> like) {
        return new AutoValue_UnrelatedRow(targetId, verdict, person, day, duration, like);
    }

    /** Returns the row's id on the target. */
    public abstract String targetId();

    /** Returns {@link Verdict#UNRELATED}, {@link Verdict#POSSIBLE_DUPLICATE} or {@link Verdict#EXTRA}. */
    public abstract Verdict verdict();

    /** Returns the person on the target. */
    public abstract String person();

    /** Returns the day of the row. */
    public abstract LocalDate day();

    /** Returns the duration of the row. */
    public abstract Duration duration();

    /** Returns the source id of the entry that the row equals or once represented, if any. */
    public abstract Optional<String> likeSourceId();
}
