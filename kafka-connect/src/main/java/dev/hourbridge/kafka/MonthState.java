package dev.hourbridge.kafka;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * The entries that a partition has sent, each with its id, day and content digest. The {@link #toOffset offset} is this
 * state with the account's progress, so a restart resumes exactly after the last committed record. Not thread-safe.
 */
final class MonthState {
    /**
     * The maximum length of the list of ids. A longer list is not stored; after a restart, the partition then detects
     * no deletions, and edits only by their timestamp.
     */
    static final int MAX_IDS_LENGTH = 256 * 1024;

    private static final long FORMAT = 1;
    private static final String VERSION = "v";
    private static final String COUNT = "n";
    private static final String IDS = "ids";
    private static final String RECENT_IDS = "watermarkIds";

    private final Map<String, KnownEntry> entries;
    private final Map<String, Instant> recent = new HashMap<>();
    private final Progress stored;
    private final boolean incomplete;
    private boolean tooLarge;

    /** Creates the state of a month that was never read. */
    MonthState() {
        this(new HashMap<>(), new Progress(null, Instant.EPOCH, Instant.EPOCH), false);
    }

    private MonthState(Map<String, KnownEntry> entries, Progress stored, boolean incomplete) {
        this.entries = entries;
        this.stored = stored;
        this.incomplete = incomplete;
        tooLarge = incomplete;
    }

    /**
     * Reads a stored offset.
     *
     * @throws ConnectException if it is not an offset of this connector
     */
    static MonthState from(Map<String, ?> offset) {
        if (!(offset.get(VERSION) instanceof Number version)) {
            throw new ConnectException("Offsets of this connector contain the key v, but this offset contains only "
                    + offset.keySet() + ".");
        }
        if (version.longValue() != FORMAT) {
            throw new ConnectException("The offset has format " + version + ". This version of the plugin reads format "
                    + FORMAT + ". Update the plugin.");
        }
        try {
            Progress progress = Progress.from(offset);
            if (offset.get(IDS) instanceof String ids) {
                return new MonthState(new HashMap<>(KnownEntries.decode(ids)), progress, false);
            }
            MonthState state = new MonthState(new HashMap<>(), progress, true);
            if (offset.get(RECENT_IDS) instanceof String late) {
                state.entries.putAll(KnownEntries.decode(late));
                // Their stamps are not stored. They are at most as late as the read that followed the watermark.
                Instant stamp = progress.watermark().plus(AccountState.MARGIN.multipliedBy(2));
                state.entries.keySet().forEach(id -> state.recent.put(id, stamp));
            }
            return state;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ConnectException("The offset is damaged: " + offset.keySet() + ".", e);
        }
    }

    /** Returns the state as Kafka Connect stores it: strings and numbers only. */
    Map<String, Object> toOffset(Progress progress) {
        Map<String, Object> offset = new HashMap<>();
        offset.put(VERSION, FORMAT);
        offset.put(COUNT, (long) entries.size());
        progress.addTo(offset);
        recent.values().removeIf(stamp -> stamp.isBefore(progress.watermark()));
        String ids = tooLarge ? "" : KnownEntries.encode(entries);
        if (!tooLarge && ids.length() <= MAX_IDS_LENGTH) {
            offset.put(IDS, ids);
            return offset;
        }
        tooLarge = true;
        Map<String, KnownEntry> late = new HashMap<>(entries);
        late.keySet().retainAll(recent.keySet());
        String lateIds = KnownEntries.encode(late);
        if (lateIds.length() <= MAX_IDS_LENGTH) {
            offset.put(RECENT_IDS, lateIds);
        }
        return offset;
    }

    /** Returns the progress that the stored offset stated. */
    Progress stored() {
        return stored;
    }

    /** Compares an entry with what was sent. */
    Relation relation(ObservedEntry entry) {
        KnownEntry known = entries.get(entry.id());
        if (known != null) {
            return known.equals(entry.known()) ? Relation.SAME : Relation.CHANGED;
        }
        boolean wasSent = incomplete
                && stored.days() != null
                && stored.days().contains(entry.day())
                && entry.updatedAt()
                        .filter(stamp -> stamp.isBefore(stored.watermark()))
                        .isPresent();
        return wasSent ? Relation.SAME : Relation.NEW;
    }

    /** Records that an entry was sent with this content. */
    void sent(ObservedEntry entry) {
        entries.put(entry.id(), entry.known());
        Optional<Instant> stamp = entry.updatedAt();
        if (stamp.isPresent()) {
            recent.put(entry.id(), stamp.get());
        }
    }

    /** Records that a previously sent entry is still listed unchanged. */
    void seen(ObservedEntry entry) {
        entries.putIfAbsent(entry.id(), entry.known());
    }

    /** Records that an entry is no longer in this partition. */
    void removed(String id) {
        entries.remove(id);
        recent.remove(id);
    }

    /** Returns the known ids for the days of a range. Ids that could not be stored are missing. */
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

    /** Returns whether there were too many ids to store. If so, the census does not cover the partition. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** How a listed entry differs from what was sent. */
    enum Relation {
        NEW,
        CHANGED,
        SAME
    }
}
