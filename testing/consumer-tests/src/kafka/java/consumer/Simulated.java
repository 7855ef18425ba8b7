package consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code hourbridge simulate}. */
final class Simulated implements AutoCloseable {
    private final Started command;
    private final JsonNode liveTimer;

    private Simulated(Started command, JsonNode liveTimer) {
        this.command = command;
        this.liveTimer = liveTimer;
    }

    static Simulated start(Path folder, int entries) throws Exception {
        Path program;
        try (var files = Files.walk(Path.of("target/command"), 3)) {
            program = files.filter(path -> path.endsWith("bin/hourbridge"))
                    .findFirst()
                    .orElseThrow();
        }
        Started command = Started.start(
                folder,
                Map.of(),
                List.of(
                        "sh",
                        program.toString(),
                        "simulate",
                        "--year",
                        "2024",
                        "--entries",
                        Integer.toString(entries)));
        command.await("the services", () -> command.output().contains("}\n"));
        String line = command.output()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow();
        return new Simulated(command, new ObjectMapper().readTree(line).findValue("livetimer"));
    }

    String url() {
        return liveTimer.path("url").asText();
    }

    String credential(String name) {
        return liveTimer.path("credentials").path(name).asText();
    }

    @Override
    public void close() throws Exception {
        command.close();
    }
}
