package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.entry.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The times at which an entry was sent, in the target's time.
 *
 * @param first the start of the first attempt
 * @param last the end of the last attempt
 */
record TargetTimes(Instant first, Instant last) {

    /** Returns the times of attempts; empty if the target's time is unknown for any of them. */
    static Optional<TargetTimes> of(List<Attempt> attempts, Duration requestTimeout) {
        Optional<TargetTimes> times = Optional.empty();
        for (Attempt attempt : attempts) {
            if (attempt.targetTime().isEmpty()) {
                return Optional.empty();
            }
            TargetTimes one = of(attempt, attempt.targetTime().get(), requestTimeout);
            times = Optional.of(times.map(all -> all.with(one)).orElse(one));
        }
        return times;
    }

    /** Returns the times of an attempt on the target's clock. */
    private static TargetTimes of(Attempt attempt, Instant began, Duration requestTimeout) {
        Duration length = attempt.endedAt()
                .map(end -> Duration.between(attempt.startedAt(), end))
                // The clock was set back in the meantime.
                .filter(duration -> !duration.isNegative())
                .orElse(requestTimeout);
        return new TargetTimes(began, began.plus(length));
    }

    private TargetTimes with(TargetTimes other) {
        return new TargetTimes(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }
}
