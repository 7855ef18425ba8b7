package dev.hourbridge.migration;

import com.google.auto.value.AutoValue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A row on the target that is not the plan's. Immutable and safe for use by several threads. */
@AutoValue
public abstract class UnrelatedRow {
    UnrelatedRow() {}

    /** Creates a value; the accessors describe the arguments. */
    public static UnrelatedRow of(
            String targetId, Verdict verdict, String person, LocalDate day, Duration duration, Optional<String> like) {
        return new AutoValue_UnrelatedRow(targetId, verdict, person, day, duration, like);
    }

    /** Returns the target's id. */
    public abstract String targetId();

    /** Returns {@link Verdict#UNRELATED}, {@link Verdict#POSSIBLE_DUPLICATE} or {@link Verdict#EXTRA}. */
    public abstract Verdict verdict();

    /** Returns the target's person. */
    public abstract String person();

    /** Returns its day. */
    public abstract LocalDate day();

    /** Returns its duration. */
    public abstract Duration duration();

    /** Returns the source's id of an entry that it equals or was, if any. */
    public abstract Optional<String> likeSourceId();
}
