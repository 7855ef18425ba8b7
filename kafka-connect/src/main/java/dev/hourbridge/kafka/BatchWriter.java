package dev.hourbridge.kafka;

import dev.hourbridge.model.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Turns the changes of a partition into batches and records them in its state. */
final class BatchWriter {
    static final String CHANGE_HEADER = "hourbridge.change";

    private final Account account;
    private final String topic;
    private final Deletes deletes;
    private final int maxRecords;

    /** Creates a writer of one account. */
    BatchWriter(Account account, SourceSettings settings) {
        this.account = account;
        topic = settings.topic();
        deletes = settings.deletes();
        maxRecords = settings.sliceMaxRecords();
    }

    /**
     * Returns the batches of the changes in order. A batch that is committed leaves the state as it is after that batch, so
     * that a restart between two batches repeats nothing.
     *
     * @param readThrough the day up to which the first read is done with these changes; 0 for no change of it
     */
    List<Batch> write(
            MonthPartition partition, MonthState state, List<EntryChange> changes, int readThrough, Instant readAt) {
        List<Batch> batches = new ArrayList<>();
        Map<String, String> source = partition.toMap();
        int next = 0;
        while (next < changes.size()) {
            Map<String, Object> before = state.toOffset();
            List<Draft> drafts = new ArrayList<>();
            while (next < changes.size() && drafts.size() < maxRecords) {
                EntryChange change = changes.get(next++);
                drafts.addAll(drafts(change, readAt));
                apply(change, state);
            }
            if (next == changes.size()) {
                state.readThrough(readThrough);
            }
            Map<String, Object> after = state.toOffset();
            List<SourceRecord> records = new ArrayList<>();
            for (Draft draft : drafts) {
                records.add(draft.record(source, records.size() == drafts.size() - 1 ? after : before));
            }
            if (!records.isEmpty()) {
                batches.add(new Batch(records));
            }
        }
        state.readThrough(readThrough);
        return batches;
    }

    private static void apply(EntryChange change, MonthState state) {
        if (change.entry() == null) {
            state.removed(change.id());
        } else {
            state.sent(change.entry());
        }
    }

    private List<Draft> drafts(EntryChange change, Instant readAt) {
        boolean deletion = change.kind() == EntryChange.Kind.DELETED;
        if (deletion && deletes == Deletes.NONE) {
            return List.of();
        }
        Struct value = change.entry() == null
                ? RecordValues.deleted(account, change.id(), readAt)
                : RecordValues.readAt(change.entry().value(), readAt);
        Draft draft = new Draft(change, value);
        return deletion && deletes == Deletes.RECORD_AND_TOMBSTONE
                ? List.of(draft, new Draft(change, null))
                : List.of(draft);
    }

    /** A record whose offset is not known yet. */
    private final class Draft {
        private final EntryChange change;
        private final @Nullable Struct value;

        Draft(EntryChange change, @Nullable Struct value) {
            this.change = change;
            this.value = value;
        }

        /**
         * Returns the record of a change, with its key, its value and the kind of the change in a header.
         *
         * @param offset the state of the partition; the one before for all but the last record of a batch
         */
        SourceRecord record(Map<String, String> source, Map<String, Object> offset) {
            return new SourceRecord(
                    source,
                    offset,
                    topic,
                    null,
                    RecordValues.KEY,
                    RecordValues.key(account, change.id()),
                    value == null ? null : RecordValues.VALUE,
                    value,
                    null,
                    new ConnectHeaders()
                            .addString(CHANGE_HEADER, change.kind().name().toLowerCase(Locale.ROOT)));
        }
    }
}
