package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each row of {@code docs/compatibility.md} names a test, file or profile that exists, and versions that a POM has: that of
 * the project, if it names one. Each project of the consumer tests has a row.
 */
class CompatibilityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ?([^|]*?) ?\\| ?([^|]*?) ?\\| ([^|]+) \\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    @Test
    void eachRowNamesWhatTestsIt() throws IOException {
        Set<String> files = Set.copyOf(names());
        String poms = poms();
        List<MatchResult> rows = rows();
        assertThat(rows).hasSizeGreaterThan(16);
        for (MatchResult row : rows) {
            List<String> tests = CODE.matcher(row.group(3))
                    .results()
                    .map(code -> code.group(1))
                    .toList();
            assertThat(tests).as(row.group()).isNotEmpty();
            for (String test : tests) {
                if (test.startsWith("-P")) {
                    assertThat(poms).contains("<id>" + test.substring(2) + "</id>");
                } else if (test.endsWith(".java")) {
                    assertThat(files).contains(test);
                } else {
                    assertThat(ROOT.resolve(test)).exists();
                }
            }
            if (!row.group(1).equals("Maven")) {
                VERSION.matcher(row.group(2))
                        .results()
                        .forEach(version -> assertThat(poms).as(row.group()).contains(">" + version.group() + "<"));
                for (String test : tests) {
                    Path pom = ROOT.resolve(test).resolve("pom.xml");
                    if (Files.exists(pom) && !row.group(2).isEmpty()) {
                        assertThat(pom).content().contains(">" + row.group(2) + "<");
                    }
                }
            }
        }
    }

    @Test
    void eachProjectOfTheConsumerTestsHasARow() throws IOException {
        String named = rows().stream().map(row -> row.group(3)).collect(Collectors.joining("\n"));
        Path projects = ROOT.resolve("testing/consumer-tests/src/it");
        try (Stream<Path> directories = Files.list(projects).filter(Files::isDirectory)) {
            assertThat(directories)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(project -> assertThat(named).contains("`" + ROOT.relativize(project) + "`"));
        }
    }

    private static List<MatchResult> rows() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/compatibility.md"));
        return ROW.matcher(page.substring(page.indexOf("|---|"), page.indexOf("## Dependencies")))
                .results()
                .toList();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> sources = Files.walk(ROOT)) {
            return sources
                    .filter(path -> path.toString().contains("/src/test/"))
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.toSet())
                    .stream()
                    .toList();
        }
    }

    private static String poms() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> sources = Files.walk(ROOT)) {
            for (Path pom : sources.filter(
                            path -> path.endsWith("pom.xml") && !path.toString().contains("/target/"))
                    .toList()) {
                text.append(Files.readString(pom));
            }
        }
        return text.toString();
    }
}
