package dev.hourbridge.kafka;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What a partition has sent: each entry's id, day and content digest, the youngest change stamp, and the day up to which the
 * first read is done. Its {@link #toOffset offset} is this state, so that a restart resumes exactly where the last committed
 * record left it. Not safe for use by several threads.
 */
final class MonthState {
    /** A larger list of ids is not stored: the partition then sees no deletions, and edits by their stamp only. */
    static final int MAX_IDS_LENGTH = 256 * 1024;

    private static final long FORMAT = 1;

    private final Map<String, KnownEntry> entries;
    private final Set<String> watermarkIds;
    private @Nullable Instant watermark;
    private int readThrough;
    private boolean tooLarge;

    /** Creates the state of a month that was never read. */
    MonthState() {
        this(new HashMap<>(), new TreeSet<>());
    }

    private MonthState(Map<String, KnownEntry> entries, Set<String> watermarkIds) {
        this.entries = entries;
        this.watermarkIds = watermarkIds;
    }

    /**
     * Reads a stored offset.
     *
     * @throws ConnectException if it is not an offset of this connector
     */
    static MonthState from(Map<String, ?> offset) {
        if (!(offset.get("v") instanceof Number version)) {
            throw new ConnectException(
                    "An offset of this connector has the key v. This one has " + offset.keySet() + ".");
        }
        if (version.longValue() != FORMAT) {
            throw new ConnectException("The offset has format " + version + ". This version of the plugin reads format "
                    + FORMAT + ". Update the plugin.");
        }
        try {
            Object ids = offset.get("ids");
            MonthState state = new MonthState(
                    ids instanceof String text ? new HashMap<>(KnownEntries.decode(text)) : new HashMap<>(),
                    new TreeSet<>());
            state.tooLarge = ids == null;
            if (offset.get("watermark") instanceof String text) {
                state.watermark = Instant.parse(text);
            }
            if (offset.get("watermarkIds") instanceof String text && !text.isEmpty()) {
                state.watermarkIds.addAll(Set.of(text.split(",", -1)));
            }
            if (offset.get("through") instanceof Number day) {
                state.readThrough = day.intValue();
            }
            return state;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ConnectException("The offset is damaged: " + offset.keySet() + ".", e);
        }
    }

    /** Returns the state as Kafka Connect stores it: strings and numbers only. */
    Map<String, Object> toOffset() {
        Map<String, Object> offset = new HashMap<>();
        offset.put("v", FORMAT);
        offset.put("n", (long) entries.size());
        offset.put("through", (long) readThrough);
        if (watermark != null) {
            offset.put("watermark", watermark.toString());
            offset.put("watermarkIds", String.join(",", watermarkIds));
        }
        String ids = tooLarge ? null : KnownEntries.encode(entries);
        if (ids != null && ids.length() <= MAX_IDS_LENGTH) {
            offset.put("ids", ids);
        } else {
            tooLarge = true;
        }
        return offset;
    }

    /** Returns how an entry relates to what was sent. */
    Relation relation(ObservedEntry entry) {
        KnownEntry known = entries.get(entry.id());
        if (known != null) {
            return known.equals(entry.known()) ? Relation.SAME : Relation.CHANGED;
        }
        Optional<Instant> stamp = entry.updatedAt();
        if (tooLarge && watermark != null && stamp.isPresent() && entry.known().day() <= readThrough) {
            boolean sent = stamp.get().isBefore(watermark)
                    || (stamp.get().equals(watermark) && watermarkIds.contains(entry.id()));
            return sent ? Relation.SAME : Relation.CHANGED;
        }
        return Relation.NEW;
    }

    /** Records that an entry was sent in this content. */
    void sent(ObservedEntry entry) {
        entries.put(entry.id(), entry.known());
        entry.updatedAt().ifPresent(stamp -> {
            if (watermark == null || stamp.isAfter(watermark)) {
                watermark = stamp;
                watermarkIds.clear();
            }
            if (stamp.equals(watermark)) {
                watermarkIds.add(entry.id());
            }
        });
    }

    /** Records that an entry is not in this partition any more. */
    void removed(String id) {
        entries.remove(id);
    }

    /** Returns the ids known for the days of a range; empty if they could not be stored. */
    Set<String> idsBetween(int firstDay, int lastDay) {
        Set<String> ids = new TreeSet<>(KnownEntries.ORDER);
        entries.forEach((id, entry) -> {
            if (entry.day() >= firstDay && entry.day() <= lastDay) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Returns whether an entry was sent. */
    boolean knows(String id) {
        return entries.containsKey(id);
    }

    /** Returns how many entries were sent and not deleted. */
    int size() {
        return entries.size();
    }

    /** Returns the youngest change stamp that was sent. */
    Optional<Instant> watermark() {
        return Optional.ofNullable(watermark);
    }

    /** Returns the last day of the month whose first read is complete; 0 for none. */
    int readThrough() {
        return readThrough;
    }

    /** Notes the day up to which the first read is done. */
    void readThrough(int day) {
        readThrough = Math.max(readThrough, day);
    }

    /** Whether the ids were too many to be stored, so that deletions are not seen. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** How a listed entry relates to what was sent of it. */
    enum Relation {
        NEW,
        CHANGED,
        SAME
    }
}
