package dev.hourbridge.kafka.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as short text: the kind of the change and the id of the entry. */
final class Changes {
    private static final JsonMapper JSON = new JsonMapper();

    private Changes() {}

    static List<String> of(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(Changes::of).toList();
    }

    static String of(ConsumerRecord<String, String> record) {
        String kind =
                new String(record.headers().lastHeader("hourbridge.change").value(), StandardCharsets.UTF_8);
        return kind.replace("\"", "") + " " + id(record) + (record.value() == null ? " tombstone" : "");
    }

    /** Returns each change with its account, without repetitions. */
    static Set<String> byAccount(List<ConsumerRecord<String, String>> records) {
        Set<String> found = new HashSet<>();
        records.forEach(record -> found.add(json(record.key()).path("account").asText() + " " + of(record)));
        return found;
    }

    static String id(ConsumerRecord<String, String> record) {
        return json(record.key()).path("id").asText();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
