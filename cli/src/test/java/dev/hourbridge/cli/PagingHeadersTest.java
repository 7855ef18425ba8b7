package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy removes the paging headers of a source whose pages are shorter than requested, and rejects its totals. */
final class PagingHeadersTest {
    private static final int ENTRIES = 250;
    private static final int PAGE = 100;

    @TempDir
    Path directory;

    private TeamworkSimulator source(boolean pagingHeaders) {
        TeamworkSimulator source = TeamworkSimulator.builder()
                .maxPageSize(PAGE)
                .pagingHeaders(pagingHeaders)
                .start();
        for (int i = 0; i < ENTRIES; i++) {
            Instant start = Instant.parse("2024-01-02T15:00:00Z").plusSeconds(86_400L * (i % 300));
            source.add(StoredTeamworkEntry.builder(999, 999, start, 10 + i % 50)
                    .description("Entry " + i)
                    .build());
        }
        return source;
    }

    private CommandRun migrate(TeamworkSimulator source, CodebaseSimulator target) throws IOException {
        Path file = directory.resolve("migration.yaml");
        Files.writeString(file, """
                source: { service: teamwork, url: "%s", zone: America/New_York, credentials: { apiKey: "${TEAMWORK}" } }
                target:
                  service: codebase
                  url: "%s"
                  projects: [website]
                  credentials: { account: acme, username: alice, apiKey: "${CODEBASE}" }
                range: { from: 2024-01-01, to: 2024-12-31 }
                map: { people: { "999": "1234" }, projects: { "999": website } }
                ledger: %s
                report: %s
                """.formatted(
                        source.url(), target.url(), directory.resolve("migration.db"), directory.resolve("report")));
        return new CommandRun()
                .with(Map.of("TEAMWORK", source.apiKey(), "CODEBASE", target.apiKey()))
                .started("migrate", "-c", file.toString(), "--yes");
    }

    @Test
    void everyEntryIsReadWithoutHeadersAndTheRejectedTotalIsReported() throws IOException {
        try (TeamworkSimulator source = source(false);
                CodebaseSimulator target = CodebaseSimulator.start()) {
            source.faults().always(Requests.operation("total-account"), Fault.status(403));

            CommandRun run = migrate(source, target);

            assertThat(run.code()).as(run.err() + run.out()).isZero();
            assertThat(target.entries()).hasSize(ENTRIES);
            assertThat(run.out())
                    .contains("No independent check of the source: the source's own total could not be read");
            var check = new ObjectMapper()
                    .readTree(directory.resolve("report.json").toFile())
                    .at("/verify/source/totalCheck");
            assertThat(check.path("failure").asText()).contains("403");
            assertThat(check.path("disagrees").asBoolean()).isFalse();
        }
    }

    /** The control: with headers, no request is needed in addition. */
    @Test
    void headersSaveTheRequestForAnEmptyPage() throws IOException {
        try (TeamworkSimulator source = source(true);
                CodebaseSimulator target = CodebaseSimulator.start()) {
            CommandRun run = migrate(source, target);

            assertThat(run.code()).as(run.err() + run.out()).isZero();
            assertThat(source.requests().count("list"))
                    .as("two times three pages")
                    .isEqualTo(6);
            assertThat(run.out()).doesNotContain("No independent check");
        }
    }
}
