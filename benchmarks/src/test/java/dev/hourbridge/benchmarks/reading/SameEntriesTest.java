package dev.hourbridge.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import org.junit.jupiter.api.Test;

/** All compared readers do the same work: they return equal entries, including every unknown field. */
class SameEntriesTest {

    @Test
    void teamworksBaselinesReadTheSameEntries() throws Exception {
        byte[] body = Bodies.teamwork(1_000, 200, true);
        try (Canned client = Canned.teamwork(body)) {
            TeamworkByHand byHand = new TeamworkByHand(client.tracker().account());
            assertThat(byHand.streaming(body)).containsExactlyElementsOf(client.read());
            assertThat(byHand.databind(body)).containsExactlyElementsOf(client.read());
            assertThat(client.read())
                    .hasSize(200)
                    .extracting(TimeEntry::extras)
                    .allSatisfy(extras -> assertThat(extras)
                            .containsEntry("rate", "{\"amount\":85.50,\"of\":[1,2]}")
                            .containsKey("costCentre"));
        }
    }

    @Test
    void liveTimersBaselineReadsTheSameEntries() throws Exception {
        byte[] body = Bodies.liveTimer(1_000, 200, 200, 1);
        try (Canned client = Canned.liveTimer(body)) {
            assertThat(new XmlByHand(client.tracker().account()).liveTimer(body))
                    .hasSize(200)
                    .containsExactlyElementsOf(client.read())
                    .allSatisfy(entry -> assertThat(entry.extras()).containsKey("cost-centre"));
        }
    }

    @Test
    void codebasesBaselineReadsTheSameEntries() throws Exception {
        byte[] body = Bodies.codebase(1_000, 200);
        try (Canned client = Canned.codebase(body)) {
            assertThat(new XmlByHand(client.tracker().account()).codebase(body, Canned.PROJECT))
                    .hasSize(200)
                    .containsExactlyElementsOf(client.read())
                    .allSatisfy(entry -> assertThat(entry.extras()).containsKey("milestone-id"));
        }
    }
}
