package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public API of each published library, as text under review in {@code docs/api}. {@code -Dhourbridge.api=write} writes
 * it again. The text is that of {@code javap} of JDK 17; other JDKs skip the comparison. A library that was not built is not
 * compared. {@code -Dhourbridge.classes} names the directory of the classes if it is not {@code {module}/target/classes}.
 */
class ApiTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGES = ROOT.resolve("docs").resolve("api");
    private static final int JDK = 17;
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^((?:[a-z-]+ )*?)(dev\\.hourbridge\\.[\\w.$]+)[^\\n]*\\{\\n(?: .*\\n)*}\\n");
    private static final Pattern COMPILED = Pattern.compile("(?m)^Compiled from .*\\R");

    /** A command, and no library. */
    private static final String COMMAND = "cli";

    @Test
    void isTheRecordedOne() throws IOException {
        assumeTrue(Runtime.version().feature() == JDK, "javap of another JDK prints other text");
        Map<String, String> apis = new TreeMap<>();
        for (Map.Entry<String, Path> library : libraries().entrySet()) {
            String api = api(library.getValue());
            if (!api.isEmpty()) {
                apis.put(library.getKey() + ".txt", api);
            }
        }
        if ("write".equals(System.getProperty("hourbridge.api"))) {
            write(apis);
        }

        assertThat(recorded().keySet()).as("files in docs/api").containsAll(apis.keySet());
        apis.forEach((file, api) -> assertThat(recorded(file))
                .as("docs/api/%s; write it again with -Dhourbridge.api=write", file)
                .isEqualTo(api));
    }

    private static void write(Map<String, String> apis) throws IOException {
        Files.createDirectories(PAGES);
        for (Map.Entry<String, String> api : apis.entrySet()) {
            Files.writeString(PAGES.resolve(api.getKey()), api.getValue());
        }
    }

    private static Map<String, Path> recorded() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.collect(Collectors.toMap(
                    file -> String.valueOf(file.getFileName()), file -> file, (a, b) -> a, TreeMap::new));
        }
    }

    private static String recorded(String file) {
        try {
            return Files.readString(PAGES.resolve(file));
        } catch (IOException missing) {
            return "";
        }
    }

    /** Returns the artifacts of the libraries that were built, each with the directory of its classes. */
    private static Map<String, Path> libraries() throws IOException {
        String classes = System.getProperty("hourbridge.classes", "{module}/target/classes");
        Map<String, Path> libraries = new TreeMap<>();
        for (String path : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            String pom = Files.readString(ROOT.resolve(path).resolve("pom.xml"));
            String artifact = path.substring(path.indexOf('/') + 1);
            Path directory = ROOT.resolve(classes.replace("{module}", path).replace("{artifact}", artifact));
            boolean isLibrary = !path.equals(COMMAND) && !pom.contains("<maven.deploy.skip>true<");
            if (isLibrary && Files.isDirectory(directory.resolve("dev"))) {
                libraries.put(artifact, directory);
            }
        }
        return libraries;
    }

    private static String api(Path classes) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> walked = Files.walk(classes)) {
            walked.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.contains(".internal.") && !name.endsWith("-info"))
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            return "";
        }
        List<String> arguments = new ArrayList<>(List.of("-protected", "-cp", classes.toString()));
        arguments.addAll(names);
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = ToolProvider.findFirst("javap").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as("%s", text).isZero();
        return visible(COMPILED.matcher(text.toString().replace("\r\n", "\n")).replaceAll(""));
    }

    /** Without types that are package-private, or within one that is. */
    private static String visible(String text) {
        Set<String> hidden = new HashSet<>();
        StringBuilder visible = new StringBuilder();
        for (MatchResult type : TYPE.matcher(text).results().toList()) {
            String name = type.group(2);
            boolean isWithinHidden = hidden.stream().anyMatch(outer -> name.startsWith(outer + "$"));
            if (!type.group(1).startsWith("public ") || isWithinHidden) {
                hidden.add(name);
            } else {
                visible.append(type.group());
            }
        }
        return visible.toString();
    }
}
