package dev.hourbridge.resilience.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients in a JVM with older libraries; the simulators stay here, since theirs are the newest. */
@EnabledIfSystemProperty(named = "hourbridge.full", matches = "true")
final class LibrariesTest {
    @ParameterizedTest
    @CsvSource({
        "OkHttp 4.12.0, okhttp, okhttp|okio|mockwebserver|kotlin-stdlib",
        "Jackson 2.18.5, jackson, jackson-|woodstox|stax2"
    })
    void theFourClientsWorkOnOlderLibraries(String library, String folder, String replaced)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(Path.of("target/older", folder), replaced),
                Tour.class.getName()));
        try (CodebaseSimulator codebase = CodebaseSimulator.start();
                TeamworkSimulator teamwork = TeamworkSimulator.start();
                TeamPulseSimulator teamPulse = TeamPulseSimulator.start();
                LiveTimerSimulator liveTimer = LiveTimerSimulator.start()) {
            command.addAll(List.of(
                    codebase.url().toString(),
                    codebase.account(),
                    codebase.username(),
                    codebase.apiKey(),
                    teamwork.url().toString(),
                    teamwork.apiKey(),
                    teamwork.zone().toString(),
                    teamPulse.url().toString(),
                    teamPulse.username(),
                    teamPulse.password(),
                    liveTimer.url().toString(),
                    liveTimer.username(),
                    liveTimer.password()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output).contains(library, "CODEBASE done", "TEAMWORK done", "TEAMPULSE done", "LIVETIMER done");
        }
        Evidence.of(Area.LIBRARIES, library)
                .tried("create, update, get, list and delete by the four clients, in a JVM with it on the class path")
                .result("as with the version that the clients are built with")
                .count(4);
    }

    /** The class path of this JVM, with what is in the folder in place of the same libraries. */
    private static String classPath(Path older, String replaced) throws IOException {
        try (Stream<Path> jars = Files.list(older)) {
            Stream<String> kept = Stream.of(
                            System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .filter(entry -> !Path.of(entry).getFileName().toString().matches("(" + replaced + ").*\\.jar"));
            return Stream.concat(kept, jars.map(Path::toString)).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
