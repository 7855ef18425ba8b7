package dev.hourbridge.kafka;

import dev.hourbridge.kafka.ReadDays.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an account has been read, as stated in each of its offsets.
 *
 * @param days the contiguous days that were read; null if there are none
 * @param watermark the time before which every change to those days was sent
 * @param census the start time of the last complete census
 */
record Progress(@Nullable Span days, Instant watermark, Instant census) {
    private static final String FIRST = "first";
    private static final String LAST = "last";
    private static final String WATERMARK = "watermark";
    private static final String CENSUS = "census";

    /** Reads the progress from a stored offset. Missing progress means that nothing was read. */
    static Progress from(Map<String, ?> offset) {
        Span days = offset.get(FIRST) instanceof String first && offset.get(LAST) instanceof String last
                ? Span.of(LocalDate.parse(first), LocalDate.parse(last)).orElse(null)
                : null;
        return new Progress(days, moment(offset.get(WATERMARK)), moment(offset.get(CENSUS)));
    }

    /** Adds the progress to an offset. */
    void addTo(Map<String, Object> offset) {
        if (days != null) {
            offset.put(FIRST, days.first().toString());
            offset.put(LAST, days.last().toString());
        }
        offset.put(WATERMARK, watermark.toString());
        offset.put(CENSUS, census.toString());
    }

    /** Returns this progress with other days. */
    Progress with(@Nullable Span other) {
        return new Progress(other, watermark, census);
    }

    private static Instant moment(@Nullable Object text) {
        return text instanceof String stamp ? Instant.parse(stamp) : Instant.EPOCH;
    }
}
