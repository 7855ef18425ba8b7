package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script, with a java that prints its arguments. */
final class LauncherTest {
    @TempDir
    Path directory;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of("..", "hourbridge"), directory.resolve("hourbridge"));
        Files.copy(
                Path.of("src", "main", "dist", "bin", "hourbridge"),
                Files.createDirectories(directory.resolve("bin")).resolve("hourbridge"));
        Files.writeString(directory.resolve("pom.xml"), "");
        Files.createDirectories(directory.resolve("cli/src/main"));
        Files.writeString(directory.resolve("cli/pom.xml"), "");
        Path java = Files.writeString(
                Files.createDirectories(directory.resolve("jdk/bin")).resolve("java"),
                "#!/bin/sh\nfor argument; do echo \"<$argument>\"; done\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(
                Files.createDirectories(directory.resolve("cli/target")).resolve("hourbridge.jar"), "");
        Files.writeString(directory.resolve("-Dname=a"), "");
        Files.writeString(directory.resolve("file"), "");
    }

    /** That of the repository, and that of the archive with the command. */
    @ParameterizedTest
    @ValueSource(strings = {"hourbridge", "bin/hourbridge"})
    void splitsItsOptionsAtBlanksAndExpandsNone(String launcher) throws Exception {
        assertThat(run(launcher, "-Xmx512m -Dname=* *", "list", "--from", "a b*"))
                .containsSubsequence("<-Xmx512m>", "<-Dname=*>", "<*>", "<-jar>", "<list>", "<--from>", "<a b*>");
    }

    private List<String> run(String launcher, String options, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("sh", directory.resolve(launcher).toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().put("HOURBRIDGE_OPTS", options);
        Process process =
                builder.directory(directory.toFile()).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", lines).isZero();
        return lines;
    }
}
