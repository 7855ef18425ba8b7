package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip of the command, unpacked into an empty folder with a space in its path and started without Maven. */
final class ZipIT {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        Path programs = folder.resolve("my programs");
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path zip = built.filter(path -> path.toString().endsWith("-bin.zip"))
                    .findFirst()
                    .orElseThrow();
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    Path path = programs.resolve(entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(path);
                    } else {
                        Files.createDirectories(path.getParent());
                        Files.copy(in, path);
                    }
                }
            }
        }
        try (Stream<Path> roots = Files.list(programs)) {
            home = roots.findFirst().orElseThrow();
        }
    }

    @Test
    void theLauncherRunsTheDemoWithoutMavenOnThePath() throws Exception {
        assertThat(run(
                        "demo",
                        "--entries",
                        "60",
                        "--work-dir",
                        folder.resolve("demo").toString()))
                .contains("60 of 60 entries arrived");
    }

    @Test
    void theLauncherWorksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), home.resolve("bin").resolve("hourbridge"));
        assertThat(run(link, Map.of(), "--version")).contains("hourbridge ");
    }

    @Test
    void theLauncherPassesOptionsToTheJvm() throws Exception {
        assertThat(run(
                        launcher(),
                        Map.of("HOURBRIDGE_OPTS", "-XshowSettings:properties -Dhourbridge.probe=*"),
                        "--version"))
                .contains("hourbridge.probe = *");
    }

    @Test
    void theZipHoldsTheLicensesAndTheWindowsLauncher() throws IOException {
        assertThat(home.resolve("LICENSE")).isNotEmptyFile();
        assertThat(home.resolve("THIRD-PARTY.txt")).isNotEmptyFile();
        assertThat(home.resolve("bom.json")).isNotEmptyFile();
        assertThat(Files.readString(home.resolve("bin").resolve("hourbridge.bat")))
                .contains("lib\\hourbridge.jar", "\r\n");
    }

    /** A folder with the programs that the launcher may use: neither Java nor Maven is on the path. */
    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        if (Files.notExists(tools)) {
            Files.createDirectory(tools);
            for (String tool : List.of("dirname", "readlink")) {
                Files.createSymbolicLink(
                        tools.resolve(tool),
                        Stream.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))
                                .filter(Files::exists)
                                .findFirst()
                                .orElseThrow());
            }
        }
        return tools;
    }

    private Path launcher() {
        return home.resolve("bin").resolve("hourbridge");
    }

    private String run(String... arguments) throws Exception {
        return run(launcher(), Map.of(), arguments);
    }

    private String run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PATH", tools().toString());
        builder.environment().putAll(environment);
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", output).isZero();
        return output;
    }
}
