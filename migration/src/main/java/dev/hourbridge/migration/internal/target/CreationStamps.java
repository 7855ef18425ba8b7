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
 * Compares the creation stamps of rows with the times of attempts. A service may stamp rows in a zone of its own without
 * stating it, so a stamp means something only where rows that this ledger created about then prove the offset: their
 * creates are recorded with the target's time. Who created a row proves nothing.
 */
public final class CreationStamps {
    private static final Duration OFFSET_UNIT = Duration.ofMinutes(15);
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(30);

    /** How long an offset holds that a row proves: clock changes are further apart. */
    private static final Duration VALIDITY = Duration.ofHours(24);

    /** A clock change that no row proves yet. Stamps without an offset are in UTC, which has none. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

    private final MigrationContext run;
    private final Ledger ledger;
    private final Map<String, Proof> proofs = new HashMap<>();

    /**
     * What a row proves.
     *
     * @param sent when its create was sent, in the target's time
     * @param offset how far its stamp is ahead; empty if that is not an offset of a zone
     * @param hasSeconds whether its stamp is not of a whole minute
     */
    private record Proof(Instant sent, Optional<Duration> offset, boolean hasSeconds) {
        /**
         * Returns what a row of the ledger proves: the offset between the stamp and the target's time, to a quarter of
         * an hour.
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

    /** Learns from a listed row, if this ledger created it. */
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

    /** Returns whether a row was certainly created before the entry was first sent, or after a create can have appeared. */
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

    /** Returns whether a row was certainly created after a moment of the target's time. */
    boolean isAfter(TimeEntry row, Instant moment) {
        return offsetAt(moment)
                .flatMap(each -> row.audit().createdAt().map(stamp -> stamp.minus(each)))
                .filter(created -> created.isAfter(moment))
                .isPresent();
    }

    /**
     * Returns the offset of stamps about a moment; empty unless rows prove it and none contradicts. One of them must show
     * that stamps are exact to the second: a stamp of a whole minute can be almost a minute before the create.
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
