package dev.hourbridge.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.Pager;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The lines that {@code docs/vendors/teamwork.md} shows, so that they compile and run. */
class DocSnippetsTest {

    @Test
    void listsInTheVendorsWords() {
        try (TeamworkSimulator simulator = TeamworkSimulator.start()) {
            String url = simulator.url().toString();
            String key = simulator.apiKey();
            StringBuilder out = new StringBuilder();
            try (TeamworkClient teamwork = TeamworkClient.builder()
                    .baseUrl(url)
                    .apiKey(key)
                    .zone(ZoneId.of("Europe/Dublin"))
                    .build()) {
                TeamworkEntryQuery january = TeamworkEntryQuery.builder()
                        .fromDate(LocalDate.of(2024, 1, 1))
                        .toDate(LocalDate.of(2024, 1, 31))
                        .build();
                Pager<TeamworkEntry> entries = teamwork.timeEntries().listOfProject(999, january);
                entries.prefetch(4).forEach(entry -> out.append(entry.description()));
            }
            assertThat(out).isEmpty();
            assertThat(simulator.requests().count("list-project")).isEqualTo(1);
        }
    }
}
