package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.cli.config.SourceLocation;
import dev.hourbridge.cli.service.RefreshTokenFile;
import dev.hourbridge.cli.service.Services;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.Secret;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
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
    private static final int MAX_BYTES = 1 << 14;

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
        assertThat(missing.err())
                .contains("list.yaml:4: source.credentials.refreshTokenFile: the file is missing or cannot be read");
        assertThat(empty.code()).isEqualTo(3);
        assertThat(empty.err()).contains("list.yaml:4: source.credentials.refreshTokenFile: put the token in the file");
    }

    @Test
    void isWrittenOnlyIfItCanBeReadAgain() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "old\n");
        Path yaml = configuration("refreshTokenFile: " + token);
        SourceLocation location = ConfigurationFile.read(yaml, Services.ALL, name -> null)
                .source()
                .credentials()
                .location("refreshTokenFile");
        RefreshTokenFile file = new RefreshTokenFile(location, token);

        assertThatThrownBy(() -> file.write(Secret.of("x".repeat(MAX_BYTES))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than");
        assertThat(file.read()).isEqualTo("old");
        String longest = "x".repeat(MAX_BYTES - 1);
        file.write(Secret.of(longest));
        assertThat(file.read()).isEqualTo(longest);
        Files.writeString(token, "x".repeat(MAX_BYTES + 1));
        assertThatThrownBy(file::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("too long for a token");
    }

    @Test
    void comesWithARemarkWhereOtherUsersCanReadIt() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), service.refreshToken("paul"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        CommandRun open = list("refreshTokenFile: " + file, Map.of());
        CommandRun closed = list("refreshTokenFile: " + file, Map.of());

        assertThat(open.code()).as(open.err()).isZero();
        assertThat(open.err())
                .contains("list.yaml:4: source.credentials.refreshTokenFile: the file contains a secret, and other "
                        + "users can read it (rw-r-----). Run chmod 600 on it.");
        assertThat(closed.code()).isZero();
        assertThat(closed.err()).doesNotContain("chmod");
    }

    private CommandRun list(String credentials, Map<String, String> environment) throws IOException {
        return new CommandRun()
                .with(environment)
                .started("list", "-c", configuration(credentials).toString());
    }

    private Path configuration(String credentials) throws IOException {
        return Files.writeString(directory.resolve("list.yaml"), """
                source:
                  service: teampulse
                  url: %s
                  credentials: { %s }
                """.formatted(service.url(), credentials));
    }
}
