package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.Digests;
import dev.hourbridge.migration.internal.mapping.EntryIdentity;
import dev.hourbridge.migration.internal.mapping.MappingResult;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Completes drafts and writes them into the ledger. */
final class EntryWriter {
    private final Database database;
    private final Capabilities target;

    EntryWriter(Database database, Capabilities target) {
        this.database = database;
        this.target = target;
    }

    void insert(MappingResult result, String sourceDigest, Duration sourceDuration) {
        NewTimeEntry entry = result.entry();
        EntryIdentity identity = EntryIdentity.planned(entry, result.person());
        database.update(
                """
                INSERT INTO entry (source_id, source_digest, source_seconds, source_nanos, person, place_group, project,
                  task, activity, day, start, seconds, note, base_note, trailer, billable, tags, losses, lossy, features,
                  fingerprint, base_fingerprint, likeness, state)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'PLANNED')""",
                result.source().id().id(),
                sourceDigest,
                sourceDuration.toSeconds(),
                sourceDuration.toNanosPart(),
                result.person(),
                result.group(),
                identity.project(),
                identity.task(),
                identity.activity(),
                identity.day().toString(),
                identity.start() == null ? null : identity.start().toString(),
                identity.seconds(),
                entry.note(),
                result.note(),
                result.trailer().orElse(null),
                entry.billable().name(),
                String.join(EntryTable.SEPARATOR, entry.tags()),
                losses(result),
                result.isLossy() ? 1 : 0,
                features(entry),
                identity.fingerprint(target),
                EntryIdentity.planned(result.plain(), result.person()).fingerprint(target),
                identity.looseFingerprint(target));
    }

    /** Gives an entry another duration than it was inserted with. */
    void changeDuration(PlannedEntry planned, long seconds, String baseNote, @Nullable String trailerText) {
        WorkTime time = planned.entry().workTime();
        Duration duration = Duration.ofSeconds(seconds);
        WorkTime changed = time instanceof WorkTime.Interval interval
                ? WorkTime.from(interval.start(), duration)
                : WorkTime.on(time.localDate(), duration);
        NewTimeEntry plain =
                planned.entry().toBuilder().workTime(changed).note(baseNote).build();
        NewTimeEntry entry = plain;
        if (trailerText != null) {
            Trailer trailer = Trailer.split(trailerText).trailer().orElseThrow().withWritten(changed);
            entry = plain.toBuilder().note(trailer.appendedTo(baseNote)).build();
        }
        EntryIdentity identity = EntryIdentity.planned(entry, planned.person());
        database.update(
                "UPDATE entry SET seconds = ?, note = ?, fingerprint = ?, base_fingerprint = ?, likeness = ? WHERE seq = ?",
                seconds,
                entry.note(),
                identity.fingerprint(target),
                EntryIdentity.planned(plain, planned.person()).fingerprint(target),
                identity.looseFingerprint(target),
                planned.seq());
    }

    private static String losses(MappingResult result) {
        StringJoiner losses = new StringJoiner(",");
        result.losses().forEach((field, kinds) -> kinds.forEach(kind -> losses.add(field + ":" + kind)));
        return losses.toString();
    }

    /** A bit for everything that may go wrong in a way of its own; canaries cover each that occurs. */
    private int features(NewTimeEntry entry) {
        int bits = entry.task().isPresent() ? 1 : 2;
        bits |= entry.workTime() instanceof WorkTime.Interval ? 4 : 8;
        bits |= entry.tags().isEmpty() ? 0 : 16;
        bits |= entry.billable() == Billable.YES ? 32 : 0;
        bits |= entry.billable() == Billable.NO ? 64 : 0;
        bits |= StandardCharsets.US_ASCII.newEncoder().canEncode(entry.note()) ? 0 : 128;
        bits |= isSummer(entry.workTime()) ? 256 : 512;
        return bits;
    }

    private boolean isSummer(WorkTime time) {
        LocalDate day = time.localDate();
        Optional<ZoneId> zone = target.zone();
        if (zone.isPresent() && !zone.get().getRules().isFixedOffset()) {
            return zone.get()
                    .getRules()
                    .isDaylightSavings(day.atTime(12, 0).atZone(zone.get()).toInstant());
        }
        return day.getMonthValue() > 3 && day.getMonthValue() < 10;
    }

    /** A digest of all that the source says of an entry, but for who looked after it when. */
    static String sourceDigest(TimeEntry entry) {
        Digests digest = new Digests().add(entry.workTime()).add(entry.note()).add(entry.billable());
        digest.add(entry.person()).add(entry.project()).add(entry.task()).add(entry.activity());
        digest.add(entry.client()).add(entry.invoice()).add(entry.tags().size());
        entry.tags().forEach(digest::add);
        return digest.hex();
    }
}
