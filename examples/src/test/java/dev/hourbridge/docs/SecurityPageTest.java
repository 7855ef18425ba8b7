package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each promise of SECURITY.md names tests that are in this repository. */
class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PROMISE = Pattern.compile("(?m)^\\| [^|]+ \\| (`\\w+(?:Test|IT)`(?:, )?)+ \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyPromiseIsHeldByTests() throws IOException {
        String page = Files.readString(ROOT.resolve("SECURITY.md"));
        String promises = page.substring(page.indexOf("## What is promised"));
        long rows = promises.lines().filter(line -> line.startsWith("| ")).count();

        assertThat(PROMISE.matcher(promises).results().count())
                .as("promises with a test")
                .isEqualTo(rows - 1);
        Set<String> here = testNames();
        assertThat(TEST.matcher(promises).results().map(found -> found.group(1)).filter(name -> !here.contains(name)))
                .as("tests that are named and not there")
                .isEmpty();
    }

    private static Set<String> testNames() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("src/test/java") && !file.contains("/target/"))
                    .map(file -> Pattern.compile("(\\w+)\\.java$").matcher(file))
                    .flatMap(Matcher::results)
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
