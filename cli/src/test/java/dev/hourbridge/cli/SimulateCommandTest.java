package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.demo.SimulatedServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulateCommandTest {
    /** Below the ports that the system hands out by itself. */
    private static final int FIRST_PORT = 20_300;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Runs the command until the consumer is done with the services that it prints. */
    private static void simulated(List<String> options, Consumer<JsonNode> consumer) throws Exception {
        CommandRun command = new CommandRun();
        List<String> arguments = new ArrayList<>(List.of("simulate"));
        arguments.addAll(options);
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread thread = new Thread(() -> code.complete(command.run(arguments.toArray(new String[0]))));
        thread.start();
        try {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!command.out().endsWith("\n")) {
                assertThat(code).as(command.err()).isNotDone();
                assertThat(System.nanoTime()).as("time to start").isLessThan(deadline);
                Thread.onSpinWait();
            }
            consumer.accept(new JsonMapper().readTree(command.out()));
        } finally {
            thread.interrupt();
        }
        assertThat(code.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(130);
    }

    private static List<Integer> ports(JsonNode services) {
        List<Integer> ports = new ArrayList<>();
        for (String name : List.of("codebase", "teamwork", "teampulse", "livetimer")) {
            ports.add(URI.create(services.at("/" + name + "/url").asText()).getPort());
        }
        return ports;
    }

    @Test
    void theServicesTakeFourPortsFromTheGivenOneOn() throws Exception {
        int port = fourFreePorts();

        simulated(
                List.of("--entries", "1", "--port", Integer.toString(port)),
                services -> assertThat(ports(services)).containsExactly(port, port + 1, port + 2, port + 3));
    }

    private static int fourFreePorts() {
        for (int first = FIRST_PORT; first < FIRST_PORT + 400; first += SimulatedServices.COUNT) {
            try {
                new SimulatedServices(0, first, Year.of(2024)).close();
                return first;
            } catch (UncheckedIOException e) {
                assertThat(e).hasMessageContaining("127.0.0.1:");
            }
        }
        throw new AssertionError("There are no four free ports in a row from " + FIRST_PORT + " on.");
    }

    @Test
    void thePortsAreAnyFreeOnesByDefault() throws Exception {
        simulated(
                List.of("--entries", "1"),
                services -> assertThat(ports(services)).doesNotHaveDuplicates().allMatch(port -> port > 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2019"})
    void theEntriesAreOfTheGivenYearOrOfLastYear(String option, @TempDir Path directory) throws Exception {
        Year expected = option.isEmpty() ? Year.now(ZoneId.systemDefault()).minusYears(1) : Year.parse(option);
        List<String> options = new ArrayList<>(List.of("--entries", "60"));
        if (!option.isEmpty()) {
            options.addAll(List.of("--year", option));
        }
        simulated(options, services -> {
            for (Map.Entry<String, JsonNode> service : services.properties()) {
                // Teamwork does not list its deleted entries.
                assertThat(entries(directory, service, expected))
                        .as(service.getKey())
                        .isBetween(55, 60);
                assertThat(entries(directory, service, expected.minusYears(1))).isZero();
                assertThat(entries(directory, service, expected.plusYears(1))).isZero();
            }
        });
    }

    private static int entries(Path directory, Map.Entry<String, JsonNode> service, Year year) {
        Path file = directory.resolve(service.getKey() + ".yaml");
        try {
            Files.writeString(file, """
                    source: %s
                    range: { from: %s-01-01, to: %s-12-31 }
                    ledger: %s
                    report: %s
                    """.formatted(
                            service.getValue(), year, year, directory.resolve("x.db"), directory.resolve("report")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CommandRun list = new CommandRun().started("list", "-c", file.toString(), "--side", "source");
        assertThat(list.code()).as(list.err()).isZero();
        return Integer.parseInt(list.lastLine().split(" ", -1)[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "--port,0,--port must be 1 to 65532 but is 0.",
        "--port,65533,--port must be 1 to 65532 but is 65533.",
        "--year,2006,--year must be 2007 to 9998 but is 2006.",
        "--year,9999,--year must be 2007 to 9998 but is 9999.",
        "--entries,-1,--entries",
        "--entries,1000001,--entries"
    })
    void rejectsAValueOutOfBounds(String option, String value, String message) {
        CommandRun command = new CommandRun();

        assertThat(command.run("simulate", option, value)).isEqualTo(2);
        assertThat(command.err()).contains(message);
        assertThat(command.out()).isEmpty();
    }

    @Test
    void aPortInUseIsAUsageError() throws IOException {
        CommandRun command = new CommandRun();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(command.run("simulate", "--entries", "1", "--port", port))
                    .isEqualTo(2);
            assertThat(command.err()).contains("--port: ", "127.0.0.1:" + port);
        }
    }
}
