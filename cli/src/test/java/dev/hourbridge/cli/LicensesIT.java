package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever gets a jar gets the licenses of what is in it. */
final class LicensesIT {
    private static final Path COMMAND = Path.of(System.getProperty("hourbridge.jar"));

    private static String text(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            var entry = file.getJarEntry(name);
            assertThat(entry).as("%s in %s", name, jar.getFileName()).isNotNull();
            return new String(
                    file.getInputStream(Objects.requireNonNull(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(entry -> entry.getName()).toList();
        }
    }

    @Test
    void everyJarOfOursHoldsTheLicense() throws IOException {
        String license = Files.readString(Path.of("..", "LICENSE"));
        List<Path> ours = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.matches(".*-SNAPSHOT[^/\\\\]*\\.jar"))
                .map(Path::of)
                .toList();

        assertThat(ours).extracting(jar -> jar.getFileName().toString()).anyMatch(name -> name.startsWith("http-core"));
        for (Path jar : ours) {
            assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(license);
        }
        assertThat(text(COMMAND, "META-INF/LICENSE")).isEqualTo(license);
    }

    @Test
    void theCommandKeepsTheNoticesOfOthers() throws IOException {
        assertThat(text(COMMAND, "META-INF/NOTICE"))
                .contains("Jackson JSON processor", "FastDoubleParser", "Schubfach");
    }

    @Test
    void theCommandNamesEveryLibraryUnderAnotherLicense() throws IOException {
        JsonNode bill = new JsonMapper().readTree(Files.readAllBytes(Path.of("target", "bom.json")));
        List<String> others = StreamSupport.stream(bill.path("components").spliterator(), false)
                .filter(part -> !part.at("/licenses/0/license/id").asText().equals("Apache-2.0"))
                .map(part -> part.path("name").asText().toLowerCase(Locale.ROOT))
                .toList();

        String thirdParty = text(COMMAND, "META-INF/THIRD-PARTY.txt");
        assertThat(others).isNotEmpty().allMatch(thirdParty.toLowerCase(Locale.ROOT)::contains);
        List<String> names = names(COMMAND);
        assertThat(thirdParty
                        .lines()
                        .flatMap(line -> Stream.of(line.split("[ ,:]+")))
                        .filter(word -> word.contains("LICENSE")))
                .isNotEmpty()
                .allMatch(names::contains);
    }

    @Test
    void theCommandLeavesOutWhatItDoesNotUseAndOthersLicensed() throws IOException {
        assertThat(names(COMMAND)).noneMatch(name -> name.contains("/msv") || name.contains("isorelax"));
    }
}
