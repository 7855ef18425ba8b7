package dev.hourbridge.resilience.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Threads of the clients keep no program alive; OkHttp's own would for a minute. */
class ProgramEndTest {
    private static final long WATCHDOG_SECONDS = 45;

    @Test
    void aProgramEndsWithItsMainMethod() throws Exception {
        List<RawServer> servers = new ArrayList<>();
        try {
            for (Service service : Service.values()) {
                servers.add(RawServer.start(connection -> GoodAnswers.serve(connection, service)));
            }
            assertThat(run("close", servers)).isEqualTo("0 clients forgotten, waiting for []");
            assertThat(run("forget", servers)).isEqualTo("4 clients forgotten, waiting for []");
        } finally {
            servers.forEach(RawServer::close);
        }
        Evidence.of(Area.CONCURRENCY, "A program comes to its end")
                .tried("a process that uses all four clients and closes them, and one that forgets to")
                .result("it ended by itself: no remaining thread prevented it")
                .count(2);
    }

    private static String run(String how, List<RawServer> servers) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ShortProgram.class.getName(),
                how));
        servers.forEach(server -> command.add(server.url()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            boolean ended = process.waitFor(WATCHDOG_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("the process ended by itself").isTrue();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(output).isZero();
            return output.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
