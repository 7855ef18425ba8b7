package dev.hourbridge.migration.internal.target;

import dev.hourbridge.migration.internal.context.MigrationContext;
import dev.hourbridge.migration.internal.sqlite.Ledger;
import dev.hourbridge.model.TimeEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the creation timestamps of rows with the times of attempts. A service may use its own zone for timestamps
 * without stating it. A timestamp is therefore meaningful only if rows that this ledger created at about that time
 * prove the offset: their creates are recorded with the target's time. The user who created a row proves nothing.
 */
public final class CreationStamps {
    private static final Duration OFFSET_UNIT = Duration.ofMinutes(15);
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(30);

    /** How long an offset that a row proves remains valid. Clock changes are further apart. */
    private static final Duration VALIDITY = Duration.ofHours(24);

    /** A clock change that no row proves yet. Timestamps without an offset are in UTC, which has no clock changes. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

    private final MigrationContext run;
    private final Ledger ledger;
    private final Map<String, Proof> proofs = new HashMap<>();

    /**
     * The evidence from a row.
     *
     * @param sent the time at which its create was sent, in the target's time
     * @param offset how far its timestamp is ahead; empty if that is not a valid zone offset
     * @param hasSeconds whether its timestamp is not a whole minute
     */
    private record Proof(Instant sent, Optional<Duration> offset, boolean hasSeconds) {
        /**
         * Returns the evidence from a row of the ledger: the offset between the timestamp and the target's time,
         * rounded to a quarter of an hour.
         */
        static Proof of(Instant sent, Instant stamp) {
            return new Proof(sent, offsetOf(Duration.between(sent, stamp)), stamp.getEpochSecond() % 60 != 0);
        }
    }

    /**
     * Creates the comparison for one step. The proof of the offset is read from the ledger when it is first needed.
     */
    public CreationStamps(MigrationContext run, Ledger ledger) {
        this.run = run;
        this.ledger = ledger;
    }

    /** Adds the evidence from a listed row, if this ledger created it. */
    public void learn(TimeEntry row) {
        String id = row.id().id();
        Optional<Instant> stamp = row.audit().createdAt();
        if (stamp.isPresent() && !proofs.containsKey(id)) {
            ledger.attempts().createSent(id).ifPresent(sent -> proofs.put(id, Proof.of(sent, stamp.get())));
        }
    }

    private static Optional<Duration> offsetOf(Duration ahead) {
        long units = Math.floorDiv(ahead.plus(OFFSET_UNIT.dividedBy(2)).toSeconds(), OFFSET_UNIT.toSeconds());
        Duration offset = OFFSET_UNIT.multipliedBy(units);
        return Optional.of(offset).filter(each -> ahead.minus(each).abs().compareTo(CLOCK_JITTER) <= 0);
    }

    /**
     * Returns whether a row was certainly created before the entry was first sent, or after the last time at which a
     * create can have appeared.
     */
    boolean excludes(SentEntry sent, TimeEntry row) {
        if (sent.targetTimes().isEmpty()) {
            return false;
        }
        TargetTimes times = sent.targetTimes().get();
        Optional<Duration> offset =
                offsetAt(times.first()).filter(each -> offsetAt(times.last()).equals(Optional.of(each)));
        Duration margin =
                CLOCK_JITTER.plus(offset.filter(each -> !each.isZero()).isPresent() ? CLOCK_CHANGE : Duration.ZERO);
        return offset.flatMap(each -> row.audit().createdAt().map(stamp -> stamp.minus(each)))
                .filter(created -> created.isBefore(times.first().minus(margin))
                        || created.isAfter(
                                times.last().plus(run.policy().settle()).plus(margin)))
                .isPresent();
    }

    /** Returns whether a row was certainly created after a point in the target's time. */
    boolean isAfter(TimeEntry row, Instant moment) {
        return offsetAt(moment)
                .flatMap(each -> row.audit().createdAt().map(stamp -> stamp.minus(each)))
                .filter(created -> created.isAfter(moment))
                .isPresent();
    }

    /**
     * Returns the offset of timestamps at about this time; empty unless rows prove it and none contradicts it. One row
     * must show that timestamps are exact to the second, because a timestamp of a whole minute can be almost a minute
     * before the create.
     */
    private Optional<Duration> offsetAt(Instant moment) {
        List<Proof> near = proofs.values().stream()
                .filter(proof -> Duration.between(proof.sent(), moment).abs().compareTo(VALIDITY) <= 0)
                .toList();
        Set<Optional<Duration>> offsets = near.stream().map(Proof::offset).collect(Collectors.toSet());
        return offsets.size() == 1 && near.stream().anyMatch(Proof::hasSeconds)
                ? offsets.iterator().next()
                : Optional.empty();
    }
}
