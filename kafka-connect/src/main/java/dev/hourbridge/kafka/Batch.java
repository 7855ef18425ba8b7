package dev.hourbridge.kafka;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Records that are committed together. Only the last record has the new offset, which is the state after all of them.
 *
 * <p>A restart after a committed batch resumes exactly after that batch.
 */
record Batch(List<SourceRecord> records) {
    /** Returns the record with the new offset. */
    SourceRecord last() {
        return records.get(records.size() - 1);
    }
}
