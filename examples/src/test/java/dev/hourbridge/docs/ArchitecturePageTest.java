package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The modules, arrows and files that ARCHITECTURE.md names are those of the repository. */
class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| [^|]+ \\| ([^|]+) \\| (yes|no) \\|$");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\S+) --> (\\S+)$");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern FILE = Pattern.compile("`(\\w+\\.java)`");
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern MANAGEMENT = Pattern.compile("(?s)<dependencyManagement>.*?</dependencyManagement>");
    private static final Pattern BUILD = Pattern.compile("(?s)<(build|profiles)>.*</\\1>");
    private static final Pattern OURS = Pattern.compile(
            "(?s)<groupId>(?:dev\\.hourbridge|\\$\\{project\\.groupId})</groupId>\\s*<artifactId>([^<]+)<");

    /** What a module depends on beyond its tests, and whether it is published. */
    private record Module(Set<String> dependencies, boolean isPublished) {}

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    }

    private static Map<String, Module> modules() throws IOException {
        Map<String, Module> modules = new TreeMap<>();
        for (String path : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            String pom = Files.readString(ROOT.resolve(path).resolve("pom.xml"));
            String own = BUILD.matcher(MANAGEMENT.matcher(pom).replaceAll("")).replaceAll("");
            Set<String> dependencies = DEPENDENCY
                    .matcher(own)
                    .results()
                    .map(found -> found.group(1))
                    .filter(text -> !text.contains("<scope>test</scope>"))
                    .map(OURS::matcher)
                    .flatMap(Matcher::results)
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            modules.put(path, new Module(dependencies, !pom.contains("<maven.deploy.skip>true<")));
        }
        return modules;
    }

    @Test
    void theTableNamesEachModuleAndWhatItDependsOn() throws IOException {
        Map<String, Module> table = new TreeMap<>();
        ROW.matcher(page()).results().forEach(row -> table.put(row.group(1), module(row)));

        assertThat(table).isEqualTo(modules());
    }

    private static Module module(MatchResult row) {
        Set<String> dependencies = NAME.matcher(row.group(2))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Module(dependencies, row.group(3).equals("yes"));
    }

    @Test
    void theDiagramHasTheArrowsOfThePublishedModules() throws IOException {
        Map<String, Set<String>> graph = new TreeMap<>();
        modules().forEach((path, module) -> {
            if (module.isPublished()) {
                graph.put(path.substring(path.indexOf('/') + 1), module.dependencies());
            }
        });
        Set<String> direct = new TreeSet<>();
        graph.forEach((from, to) -> to.stream()
                .filter(each -> to.stream()
                        .noneMatch(other -> graph.getOrDefault(other, Set.of()).contains(each)))
                .forEach(each -> direct.add(from + " --> " + each)));
        List<String> arrows = ARROW.matcher(page())
                .results()
                .map(found -> found.group(1) + " --> " + found.group(2))
                .toList();

        assertThat(arrows).containsExactlyInAnyOrderElementsOf(direct);
    }

    @Test
    void theFilesAreThere() throws IOException {
        Set<String> files;
        try (Stream<Path> walked = Files.walk(ROOT)) {
            files = walked.filter(file -> !file.toString().contains("/target/"))
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.toSet());
        }
        List<String> named = FILE.matcher(page())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(files).containsAll(named);
    }
}
