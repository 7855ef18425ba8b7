package dev.hourbridge.migration;

import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Completes drafts and writes them into the ledger. */
final class EntryWriter {
    /** Room for one more digit, should a sum-preserving rounding lengthen the trailer. */
    private static final int SPARE = 2;

    private final Database database;
    private final Capabilities target;

    EntryWriter(Database database, Capabilities target) {
        this.database = database;
        this.target = target;
    }

    void insert(Draft draft, String sourceDigest, Duration sourceDuration, Marker marker) {
        NewTimeEntry plain = draft.entry.note(draft.note).build();
        NewTimeEntry entry = plain;
        String trailerText = null;
        if (marker == Marker.TRAILER) {
            Trailer trailer = trailer(draft.trailer, plain.workTime());
            String note = trailer.appendedTo(draft.note);
            if (note.length() + SPARE <= target.maxNoteLength().orElse(Integer.MAX_VALUE - SPARE)) {
                entry = draft.entry.note(note).build();
                trailerText = trailer.appendedTo("");
                draft.keepInTrailer();
            }
        }
        Facts facts = Facts.planned(entry, draft.person);
        database.update(
                """
                INSERT INTO entry (source_id, source_digest, source_seconds, source_nanos, person, place_group, project,
                  task, activity, day, start, seconds, note, base_note, trailer, billable, tags, losses, lossy, features,
                  fingerprint, base_fingerprint, likeness, state)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'PLANNED')""",
                draft.source.id().id(),
                sourceDigest,
                sourceDuration.toSeconds(),
                sourceDuration.toNanosPart(),
                draft.person,
                draft.group,
                facts.project(),
                facts.task(),
                facts.activity(),
                facts.day().toString(),
                facts.start() == null ? null : facts.start().toString(),
                facts.seconds(),
                entry.note(),
                draft.note,
                trailerText,
                entry.billable().name(),
                String.join(EntryTable.SEPARATOR, entry.tags()),
                losses(draft),
                draft.isLossy() ? 1 : 0,
                features(entry),
                facts.fingerprint(target),
                Facts.planned(plain, draft.person).fingerprint(target),
                facts.likeness(target));
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
            Map<String, String> fields =
                    Trailer.split(trailerText).trailer().orElseThrow().fields();
            entry = plain.toBuilder()
                    .note(trailer(fields, changed).appendedTo(baseNote))
                    .build();
        }
        Facts facts = Facts.planned(entry, planned.person());
        database.update(
                "UPDATE entry SET seconds = ?, note = ?, fingerprint = ?, base_fingerprint = ?, likeness = ? WHERE seq = ?",
                seconds,
                entry.note(),
                facts.fingerprint(target),
                Facts.planned(plain, planned.person()).fingerprint(target),
                facts.likeness(target),
                planned.seq());
    }

    private static Trailer trailer(Map<String, String> kept, WorkTime written) {
        Map<String, String> fields = new LinkedHashMap<>(kept);
        fields.put(Trailer.WRITTEN, Restored.written(written));
        return new Trailer(fields);
    }

    private static String losses(Draft draft) {
        StringJoiner losses = new StringJoiner(",");
        draft.losses().forEach((field, kinds) -> kinds.forEach(kind -> losses.add(field + ":" + kind)));
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
