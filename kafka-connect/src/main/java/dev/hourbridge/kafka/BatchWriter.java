package dev.hourbridge.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Converts the changes of a partition to batches and records them in its state. */
final class BatchWriter {
    static final String CHANGE_HEADER = "hourbridge.change";

    private final AccountState account;
    private final String topic;
    private final Deletes deletes;
    private final int maxRecords;

    /** Creates a writer for one account. */
    BatchWriter(AccountState account, SourceSettings settings) {
        this.account = account;
        topic = settings.topic();
        deletes = settings.deletes();
        maxRecords = settings.sliceMaxRecords();
    }

    /**
     * Returns the batches of the changes in order. The offset of each batch is the state after that batch, so a restart
     * between two batches repeats nothing.
     *
     * @param before the progress that the offsets state until all changes are written
     * @param after the progress that the last offset states
     */
    List<Batch> write(
            MonthPartition partition, List<EntryChange> changes, Progress before, Progress after, Instant readAt) {
        MonthState state = account.month(partition);
        List<Batch> batches = new ArrayList<>();
        int next = 0;
        while (next < changes.size()) {
            Map<String, Object> previous = state.toOffset(before);
            List<Draft> drafts = new ArrayList<>();
            while (next < changes.size() && drafts.size() < maxRecords) {
                EntryChange change = changes.get(next++);
                drafts.addAll(drafts(change, readAt));
                apply(change, state);
            }
            Map<String, Object> reached = state.toOffset(next == changes.size() ? after : before);
            if (!drafts.isEmpty()) {
                batches.add(batch(partition.toMap(), drafts, previous, reached));
            }
        }
        return batches;
    }

    private Batch batch(
            Map<String, String> partition,
            List<Draft> drafts,
            Map<String, Object> previous,
            Map<String, Object> reached) {
        List<SourceRecord> records = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean isLast = records.size() == drafts.size() - 1;
            records.add(record(draft, partition, isLast ? reached : previous));
        }
        return new Batch(records);
    }

    /** Records a change in the state of its partition. */
    private static void apply(EntryChange change, MonthState state) {
        if (change.entry() == null || change.leaves()) {
            state.removed(change.id());
        } else {
            state.sent(change.entry());
        }
    }

    /** Returns the records of a change: a deletion may be a record, a tombstone, both, or none. */
    private List<Draft> drafts(EntryChange change, Instant readAt) {
        boolean deletion = change.kind() == EntryChange.Kind.DELETED;
        if (deletion && deletes == Deletes.NONE) {
            return List.of();
        }
        Struct value = change.entry() == null
                ? RecordValues.deleted(account.account(), change.id(), readAt)
                : RecordValues.readAt(change.entry().value(), readAt);
        Draft draft = new Draft(change, value);
        return deletion && deletes == Deletes.RECORD_AND_TOMBSTONE
                ? List.of(draft, new Draft(change, null))
                : List.of(draft);
    }

    private SourceRecord record(Draft draft, Map<String, String> partition, Map<String, Object> offset) {
        EntryChange change = draft.change();
        return new EntryRecord(
                account,
                partition,
                offset,
                topic,
                RecordValues.key(account.account(), change.id()),
                draft.value(),
                new ConnectHeaders()
                        .addString(CHANGE_HEADER, change.kind().name().toLowerCase(Locale.ROOT)));
    }

    /** A record whose offset is not known yet; without a value, a tombstone. */
    private record Draft(EntryChange change, @Nullable Struct value) {}
}
