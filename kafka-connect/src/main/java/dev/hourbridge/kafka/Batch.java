package dev.hourbridge.kafka;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Records that are committed together. Only the last one carries the new offset; it has the state after all of them.
 *
 * <p>A restart after any committed batch resumes exactly behind it.
 */
record Batch(List<SourceRecord> records) {
    /** Returns the record that carries the new offset. */
    SourceRecord last() {
        return records.get(records.size() - 1);
    }
}
