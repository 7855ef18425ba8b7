package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives the fuzzer access to the reader of trailers, which is package-private. */
public final class TrailerDoor {
    private static final Mapping MAPPING = Mapping.builder()
            .defaultPerson("1")
            .defaultProject("2")
            .defaultTask("3")
            .defaultActivity("4")
            .defaultNote("none")
            .build();
    private static final Policy POLICY = Policy.builder()
            .marker(Marker.TRAILER)
            .startPolicy(LocalTime.of(9, 0))
            .build();

    private TrailerDoor() {}

    /** Parts a note from its trailer; put together, the two part alike. */
    public static void check(String note) {
        Trailer.Split split = Trailer.split(note);
        if (!note.startsWith(split.note())) {
            throw new AssertionError("a note that is not the beginning of what was read");
        }
        split.trailer().ifPresent(trailer -> {
            Trailer.Split again = Trailer.split(trailer.appendedTo(split.note()));
            boolean same = again.trailer().equals(split.trailer());
            if (!same || !again.note().equals(split.note())) {
                throw new AssertionError("a trailer that is not read as it was written");
            }
        });
    }

    /**
     * An entry with a trailer of these values, whose sum is right, as it was before it was migrated. Where
     * they do not say otherwise, it was sent from the target's account, and nothing was changed since.
     */
    public static TimeEntry restored(TimeEntry raw, Map<String, String> values, TimeTracker target) {
        return TrailerDecoder.of(withTrailer(raw, values, target), target.capabilities(), target.account())
                .entry();
    }

    /** Works out what becomes of the same entry on the target. */
    public static void map(TimeEntry raw, Map<String, String> values, TimeTracker target) {
        EntryMapper mapper =
                new EntryMapper(target.capabilities(), target.account(), target.capabilities(), MAPPING, POLICY);
        MappingResult result = mapper.map(withTrailer(raw, values, target));
        if (!result.isComplete() || result.person().isBlank()) {
            throw new AssertionError("an entry that lacks what the mapping gives");
        }
        Trailer.Split sent = Trailer.split(result.entry().note());
        if (sent.trailer().isPresent() != result.trailer().isPresent()) {
            throw new AssertionError("a trailer that is sent and cannot be read");
        }
    }

    private static TimeEntry withTrailer(TimeEntry raw, Map<String, String> values, TimeTracker target) {
        Map<String, String> fields = new LinkedHashMap<>(values);
        fields.putIfAbsent(Trailer.ACCOUNT, target.account().toString());
        fields.putIfAbsent(Trailer.WRITTEN, Trailer.timeText(raw.workTime()));
        fields.putIfAbsent(
                Trailer.ROW,
                RowDigests.of(raw.id().account(), target.capabilities(), EntryIdentity.listed(raw))
                        .toText());
        return raw.toBuilder().note(new Trailer(fields).appendedTo(raw.note())).build();
    }
}
