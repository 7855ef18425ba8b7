import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Adds the contents of libraries to the bill of materials. Maven does not know them, so no scanner would find them. The
 * build runs this file after CycloneDX, even if it compiles no tests.
 */
public final class EmbeddedLibraries {
    private static final Pattern PARSER_VERSION =
            Pattern.compile("<artifactId>fastdoubleparser</artifactId>\\s*<version>([^<]+)</version>");

    private final ObjectNode bill;

    private EmbeddedLibraries(ObjectNode bill) {
        this.bill = bill;
    }

    /** Reads the bill of materials in a JSON file and rewrites it. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        JsonMapper json = new JsonMapper();
        EmbeddedLibraries libraries = new EmbeddedLibraries((ObjectNode) json.readTree(Files.readAllBytes(file)));
        libraries.addAll();
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(libraries.bill) + "\n");
    }

    private void addAll() throws IOException {
        ObjectNode sqliteJdbc = component("sqlite-jdbc");
        String sqlite = sqliteJdbc.path("version").asText().replaceFirst("^(\\d+\\.\\d+\\.\\d+).*", "$1");
        add(sqliteJdbc, "sqlite", sqlite, "pkg:generic/sqlite@" + sqlite, "blessing")
                .put("cpe", "cpe:2.3:a:sqlite:sqlite:" + sqlite + ":*:*:*:*:*:*:*");
        ObjectNode jackson = component("jackson-core");
        String parser = parserVersion();
        String purl = "pkg:maven/ch.randelshofer/fastdoubleparser@" + parser;
        add(jackson, "fastdoubleparser", parser, purl, "MIT").put("group", "ch.randelshofer");
        String inJackson = jackson.path("version").asText();
        add(jackson, "schubfach", inJackson, "pkg:github/c4f7fcce9cb06515/Schubfach", "MIT")
                .put("description", "The copy in jackson-core, whose version is given.");
        ObjectNode okhttp = component("okhttp-jvm");
        String inOkhttp = okhttp.path("version").asText();
        add(okhttp, "Public Suffix List", inOkhttp, "pkg:github/publicsuffix/list", "MPL-2.0")
                .put("description", "The copy in okhttp-jvm, whose version is given.");
    }

    private ObjectNode component(String name) {
        return StreamSupport.stream(bill.withArray("components").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the bill does not name " + name));
    }

    private ObjectNode add(ObjectNode holder, String name, String version, String purl, String license) {
        ObjectNode component = bill.withArray("components")
                .addObject()
                .put("type", "library")
                .put("bom-ref", purl)
                .put("name", name)
                .put("version", version)
                .put("scope", "required");
        component.putArray("licenses").addObject().putObject("license").put("id", license);
        component.put("purl", purl);
        ArrayNode dependencies = bill.withArray("dependencies");
        String ref = holder.path("bom-ref").asText();
        for (JsonNode each : dependencies) {
            if (each.path("ref").asText().equals(ref)) {
                ((ObjectNode) each).withArray("dependsOn").add(purl);
            }
        }
        dependencies.addObject().put("ref", purl).putArray("dependsOn");
        return component;
    }

    /** Returns the version of the parser. Jackson's POM in its jar lists the embedded libraries. */
    private static String parserVersion() throws IOException {
        String pom = "/META-INF/maven/com.fasterxml.jackson.core/jackson-core/pom.xml";
        try (InputStream in = JsonFactory.class.getResourceAsStream(pom)) {
            if (in == null) {
                throw new IllegalStateException("jackson-core has no pom.xml in its jar");
            }
            Matcher version = PARSER_VERSION.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!version.find()) {
                throw new IllegalStateException("jackson-core does not name the version of its number parser");
            }
            return version.group(1);
        }
    }
}
