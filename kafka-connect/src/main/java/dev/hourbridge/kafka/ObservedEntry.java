package dev.hourbridge.kafka;

import dev.hourbridge.model.TimeEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * One version of an entry, as read from the service.
 *
 * @param id the entry's id in the service
 * @param day the entry's own local day
 * @param known the day and digest, as stored by a partition
 * @param updatedAt the time of the last change, if the service states it
 * @param deleted whether the service lists it as deleted
 * @param value the value of the record, without the time of reading
 */
record ObservedEntry(
        String id, LocalDate day, KnownEntry known, Optional<Instant> updatedAt, boolean deleted, Struct value) {

    /**
     * Returns the comparable form of an entry. The digest covers the value that would be written, so a change to any
     * other field does not count as a change.
     */
    static ObservedEntry of(TimeEntry entry, RecordValues values) {
        Struct value = values.of(entry);
        CRC32 digest = new CRC32();
        digest.update(canonical(value).getBytes(StandardCharsets.UTF_8));
        LocalDate day = entry.workTime().localDate();
        return new ObservedEntry(
                entry.id().id(),
                day,
                new KnownEntry(day.getDayOfMonth(), (int) digest.getValue()),
                entry.audit().updatedAt(),
                entry.deleted(),
                value);
    }

    /**
     * Returns text that is the same for the same content on every machine: dates as numbers, in the order of the
     * schema.
     */
    private static String canonical(Struct value) {
        StringBuilder text = new StringBuilder();
        for (Field field : value.schema().fields()) {
            Object content = value.get(field);
            text.append(field.name())
                    .append('=')
                    .append(content instanceof Date date ? date.toInstant().toString() : String.valueOf(content))
                    .append('\0');
        }
        return text.toString();
    }
}
