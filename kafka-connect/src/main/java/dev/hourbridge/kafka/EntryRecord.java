package dev.hourbridge.kafka;

import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** A record of an account, which counts as in flight until it is acknowledged. */
final class EntryRecord extends SourceRecord {
    private final AccountState account;

    /** Creates a record to be sent to Kafka. */
    EntryRecord(
            AccountState account,
            Map<String, String> partition,
            Map<String, Object> offset,
            String topic,
            Struct key,
            @Nullable Struct value,
            Headers headers) {
        super(
                partition,
                offset,
                topic,
                null,
                RecordValues.KEY,
                key,
                value == null ? null : RecordValues.VALUE,
                value,
                null,
                headers);
        this.account = account;
        account.handedOver();
    }

    /** Records that Kafka has received the record. Called once. */
    void acknowledged() {
        account.acknowledged();
    }
}
