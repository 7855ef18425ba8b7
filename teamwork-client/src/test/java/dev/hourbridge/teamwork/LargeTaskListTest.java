package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeEntryQuery;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task's list has no documented pages, so however long it is, it comes in one response. */
class LargeTaskListTest {
    private static final int CAP = 8 << 20;

    /** Where the recorded entry is. */
    private static final long TASK = 43_119_773;

    private final Wire wire = new Wire();

    @AfterEach
    void close() {
        wire.close();
    }

    /** Entries of the recorded shape, as compact as they come. */
    private static String list(int count) {
        ObjectNode entry = (ObjectNode) Wire.json(Wire.fixture("recorded/list.json"))
                .path("time-entries")
                .get(0);
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> entry.put("id", Long.toString(id)).toString())
                .collect(Collectors.joining(",", "{\"time-entries\":[", "],\"STATUS\":\"OK\"}"));
    }

    @Test
    void aTaskListIsReadUpToTheByteCap() {
        int perEntry = list(2).length() - list(1).length();
        String list = list(CAP / (perEntry + 4));
        int bytes = list.getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isBetween(CAP - (CAP / 100), CAP);
        wire.answers(list).answers(list);

        long listed = wire.client.timeEntries().listOfTask(TASK).stream().count();
        long common = wire
                .client
                .list(TimeEntryQuery.builder()
                        .task(TaskRef.of(wire.client.account(), Long.toString(TASK)))
                        .build())
                .stream()
                .count();

        assertThat(listed).isEqualTo(CAP / (perEntry + 4)).isGreaterThan(2_900);
        assertThat(common).isEqualTo(listed);
    }

    @Test
    void aListOfTooManyValuesNamesTheLimitAndTheOptionThatRaisesIt() {
        String list = "{\"time-entries\":[],\"more\":[" + "0,".repeat(20_000) + "0]}";
        wire.answers(list);
        TeamworkClient client = TeamworkClient.builder()
                .baseUrl(wire.server.url("/").toString())
                .apiKey("s3cr3t-key")
                .zone(ZoneId.of("America/New_York"))
                .http(HttpOptions.builder().maxResponseBytes(list.length()).build())
                .build();

        try (client) {
            MalformedResponseException failure = catchThrowableOfType(
                    MalformedResponseException.class,
                    () -> client.timeEntries().listOfTask(TASK).iterator().next());

            assertThat(failure)
                    .hasMessageContaining("more than 10000 JSON tokens")
                    .hasMessageContaining("maxResponseBytes = " + list.length() + "; increase maxResponseBytes");
        }
    }
}
