package dev.hourbridge.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/compatibility.md} lists the jars that a client depends on, with their sizes. */
class DependenciesPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)\\.jar` \\| (\\d+) \\|$");
    private static final Pattern SUM = Pattern.compile("(?m)^\\| together \\| ([\\d,]+) \\|$");
    private static final Path PAGE = Path.of("..", "docs", "compatibility.md");
    private static final long MAX_BYTES_OF_OURS = 600_000;

    /**
     * Jars on this module's class path for the ledger, the simulators, JMH, the peers and the tests. No client needs
     * them.
     */
    private static final Pattern NOT_A_CLIENTS = Pattern.compile(
            "(sqlite-jdbc|httpcore5|jmh-core|jopt-simple|commons-math3|retrofit|okio-[0-9]|converter-jackson|jackson-datatype|junit|assertj|byte-buddy|opentest4j|apiguardian|surefire|open-test).*");

    private static final Set<String> OURS = Set.of("common-model", "http-core", "teamwork-client");

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"));
    }

    private static boolean isOurs(Path jar) {
        return jar.toString().contains("-SNAPSHOT");
    }

    private static long kilobytes(Path jar) {
        return (jar.toFile().length() + 999) / 1000;
    }

    @Test
    void listsEveryJarOfOthersWithItsSize() throws Exception {
        String page = Files.readString(PAGE);
        Map<String, Long> listed = new TreeMap<>();
        for (Matcher row = ROW.matcher(page); row.find(); ) {
            listed.put(row.group(1), Long.valueOf(row.group(2)));
        }
        Map<String, Long> needed = classPath()
                .filter(jar -> !isOurs(jar))
                .filter(jar -> !NOT_A_CLIENTS.matcher(name(jar)).matches())
                .collect(Collectors.toMap(
                        DependenciesPageTest::name, DependenciesPageTest::kilobytes, (a, b) -> a, TreeMap::new));
        assertThat(listed).isEqualTo(needed);
        Matcher sum = SUM.matcher(page);
        assertThat(sum.find()).isTrue();
        assertThat(Long.parseLong(sum.group(1).replace(",", "")))
                .isEqualTo(listed.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void ourJarsAreNoLargerThanThePageStates() throws Exception {
        assertThat(Files.readString(PAGE)).contains("under 600 kB together");
        long bytes = classPath()
                .filter(jar -> isOurs(jar) && OURS.stream().anyMatch(name(jar)::startsWith))
                .mapToLong(jar -> jar.toFile().length())
                .sum();
        assertThat(bytes).isLessThan(MAX_BYTES_OF_OURS);
    }

    private static String name(Path jar) {
        return jar.getFileName().toString().replace(".jar", "");
    }
}
