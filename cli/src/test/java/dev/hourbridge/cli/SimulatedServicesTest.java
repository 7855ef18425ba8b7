package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.demo.SimulatedServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedServicesTest {

    @Test
    void whatIsPrintedOfEachServiceIsASideOfAFileThatCanBeListed(@TempDir Path directory) throws IOException {
        try (SimulatedServices services = new SimulatedServices(30, 0, Year.of(2025))) {
            JsonNode printed = new JsonMapper().readTree(services.json());
            assertThat(printed.size()).isEqualTo(4);
            for (Map.Entry<String, JsonNode> service : printed.properties()) {
                Path file = directory.resolve(service.getKey() + ".yaml");
                Files.writeString(file, """
                        source: %s
                        range: { from: 2025-01-01, to: 2025-12-31 }
                        ledger: %s
                        report: %s
                        """.formatted(
                                service.getValue(), directory.resolve("x.db"), directory.resolve("report")));

                CommandRun list = new CommandRun().started("list", "-c", file.toString(), "--side", "source");

                assertThat(list.code()).as(service.getKey() + list.err()).isZero();
                assertThat(list.lastLine()).startsWith("30 entries");
            }
        }
    }
}
