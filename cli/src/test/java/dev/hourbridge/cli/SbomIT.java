package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The bill of materials of the command. */
final class SbomIT {
    @Test
    void theBillNamesWhatIsInsideOfLibraries() throws Exception {
        JsonNode bill = new JsonMapper().readTree(Files.readAllBytes(Path.of("target", "bom.json")));
        Map<String, String> versions = new TreeMap<>();
        Map<String, String> holders = new TreeMap<>();
        bill.path("components")
                .forEach(part -> versions.put(
                        part.path("purl").asText(), part.path("version").asText()));
        bill.path("dependencies")
                .forEach(each -> each.path("dependsOn")
                        .forEach(part ->
                                holders.put(part.asText(), each.path("ref").asText())));

        String sqlite;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                ResultSet rows = connection.createStatement().executeQuery("select sqlite_version()")) {
            sqlite = rows.getString(1);
        }
        assertThat(versions).containsEntry("pkg:generic/sqlite@" + sqlite, sqlite);
        assertThat(holders.get("pkg:generic/sqlite@" + sqlite)).contains("/sqlite-jdbc@");
        assertThat(versions.keySet())
                .filteredOn(purl -> purl.startsWith("pkg:maven/ch.randelshofer/fastdoubleparser@"))
                .singleElement()
                .satisfies(parser -> assertThat(holders.get(parser)).contains("/jackson-core@"));
        assertThat(versions).containsKeys("pkg:github/c4f7fcce9cb06515/Schubfach", "pkg:github/publicsuffix/list");
    }

    /** Maven's option for strict checksums; without it, a wrong checksum is a warning. */
    @Test
    void theBuildRejectsALibraryThatDoesNotMatchItsChecksum() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", ".mvn", "maven.config"))).contains("-C");
    }

    @Test
    void theBillNamesEveryLibraryThatShipsWithItsLicense() throws IOException {
        JsonNode bill = new JsonMapper().readTree(Files.readAllBytes(Path.of("target", "bom.json")));
        Map<String, Boolean> licensed = new TreeMap<>();
        bill.path("components")
                .forEach(part -> licensed.put(
                        part.path("name").asText(), !part.path("licenses").isEmpty()));

        assertThat(licensed.keySet())
                .containsAll(List.of(
                        "okhttp-jvm",
                        "okio-jvm",
                        "kotlin-stdlib",
                        "jackson-databind",
                        "jackson-dataformat-xml",
                        "woodstox-core",
                        "sqlite-jdbc",
                        "picocli",
                        "snakeyaml-engine",
                        "commons-text",
                        "jte-runtime",
                        "http-core",
                        "http-xml"))
                .doesNotContain("junit-jupiter", "assertj-core", "auto-value-annotations");
        assertThat(licensed).doesNotContainValue(false);
        assertThat(StreamSupport.stream(bill.path("components").spliterator(), false))
                .allMatch(part -> part.path("purl").asText().startsWith("pkg:"));
        // The same sources give the same bill.
        assertThat(bill.path("metadata").has("timestamp")).isFalse();
        assertThat(bill.has("serialNumber")).isFalse();
        Evidence.of(Area.LIBRARIES, "Bill of materials")
                .tried("the CycloneDX bill of the command, against the libraries that it ships with")
                .result("each is there, with its license; nothing of the tests or of the build's time")
                .count(licensed.size());
    }
}
