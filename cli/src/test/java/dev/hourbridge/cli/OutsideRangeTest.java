package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range without entries is most often the wrong one. */
final class OutsideRangeTest {
    private static final String RANGE = "from: 2024-01-01, to: 2024-12-31";

    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void thePlanReportsHowManyEntriesLieOutside() throws IOException {
        bench.withEntries(60).replace(RANGE, "from: 2023-01-01, to: 2023-12-31");

        CommandRun plan = bench.run("plan");
        JsonNode json =
                new ObjectMapper().readTree(bench.run("plan", "--json").out()).path("outsideRange");

        assertThat(plan.code()).isZero();
        assertThat(plan.err())
                .contains(
                        "The source has no entries in this range, but 60 outside it. The first entries that it lists are from"
                                + " 2024-01-02 to 2024-02-20. Check the range.");
        assertThat(json.path("entries").asInt()).isEqualTo(60);
        assertThat(json.path("isExact").asBoolean()).isTrue();
    }

    @Test
    void anAccountWithoutEntriesHasNoneOutside() {
        assertThat(bench.run("plan").err()).doesNotContain("outside");
    }

    @Test
    void aRangeWithEntriesCostsNoRequestForThat() {
        bench.withEntries(3);
        assertThat(bench.run("plan").err()).doesNotContain("outside");
        long lists = bench.source.requests().count("list");
        bench.replace(RANGE, "from: 2024-01-01, to: 2024-12-30").inNewLedger("other");

        assertThat(bench.run("plan").code()).isZero();

        assertThat(bench.source.requests().count("list") - lists).isEqualTo(lists);
    }

    @Test
    void thePlanHoldsWhereTheListOfAllDaysFails() {
        bench.withEntries(3).replace(RANGE, "from: 2023-01-01, to: 2023-12-31");
        assertThat(bench.run("plan").code()).isZero();
        int lists = (int) bench.source.requests().count("list");
        bench.source.faults().nth(lists, Requests.operation("list"), Fault.status(403));

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.err()).doesNotContain("outside");
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false"})
    void aListThatAnnouncesNothingHasAtLeastItsFirstPage(int entries, boolean isExact) {
        try (CodebaseSimulator simulator = CodebaseSimulator.start();
                CodebaseClient codebase = CodebaseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .account("acme")
                        .username("alice")
                        .apiKey(simulator.apiKey())
                        .projects("website")
                        .build()) {
            for (int i = 0; i < entries; i++) {
                simulator.add(StoredCodebaseSession.builder("website", LocalDate.of(2024, 1, 1 + i % 28), 5)
                        .summary("Entry " + i)
                        .build());
            }

            assertThat(OutsideRange.of(codebase)).hasValueSatisfying(outside -> {
                assertThat(outside.entries()).isEqualTo(500);
                assertThat(outside.isExact()).isEqualTo(isExact);
                assertThat(outside.text().contains("at least")).isEqualTo(!isExact);
            });
        }
    }
}
