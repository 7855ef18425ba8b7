package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.TeamPulseSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TeamPulse whose refresh tokens are good for one use. */
final class RefreshTokenTest {
    private static final int RUNS = 4;

    @TempDir
    Path directory;

    private final TeamPulseSimulator service = TeamPulseSimulator.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void isKeptInItsFileFromRunToRun() throws IOException {
        service.seed(1, 3);
        Path file = Files.writeString(directory.resolve("token"), service.refreshToken("paul"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);

        for (int run = 0; run < RUNS; run++) {
            String before = Files.readString(file).strip();
            CommandRun list = list("refreshTokenFile: " + link, Map.of());
            String after = Files.readString(file).strip();

            assertThat(list.code()).as(list.err()).isZero();
            assertThat(list.lastLine()).startsWith("3 entries");
            assertThat(after).isNotEqualTo(before);
            assertThat(list.out() + list.err()).doesNotContain(before).doesNotContain(after);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("token", "link", "list.yaml");
        }
        Evidence.of(Area.SECRETS, "Refresh token that is replaced at each use")
                .tried("a command is run again and again on one refreshTokenFile")
                .result("the file holds the next token, for its owner's eyes only; none is printed")
                .count(RUNS);
    }

    @Test
    void fromTheEnvironmentComesWithAWarning() throws IOException {
        String token = service.refreshToken("paul");

        CommandRun first = list("refreshToken: \"${TOKEN}\"", Map.of("TOKEN", token));
        CommandRun second = list("refreshToken: \"${TOKEN}\"", Map.of("TOKEN", token));

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("replaced the refresh token").contains("refreshTokenFile");
        assertThat(second.code()).isEqualTo(3);
        assertThat(first.err() + second.err()).doesNotContain(token);
    }

    @Test
    void mustBeInItsFile() throws IOException {
        CommandRun missing = list("refreshTokenFile: " + directory.resolve("nowhere"), Map.of());
        Path file = Files.writeString(directory.resolve("empty"), "\n");
        CommandRun empty = list("refreshTokenFile: " + file, Map.of());

        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err()).contains("nowhere: is missing, or cannot be read");
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.err()).contains("empty: put the token there");
    }

    private CommandRun list(String credentials, Map<String, String> environment) throws IOException {
        Path file = directory.resolve("list.yaml");
        Files.writeString(file, """
                source:
                  service: teampulse
                  url: %s
                  credentials: { %s }
                """.formatted(service.url(), credentials));
        return new CommandRun().with(environment).started("list", "-c", file.toString());
    }
}
