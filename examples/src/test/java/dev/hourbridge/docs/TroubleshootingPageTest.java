package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every exception's message ends in a section of {@code docs/troubleshooting.md}, and every section is one's. */
class TroubleshootingPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");
    private static final Pattern ANCHOR = Pattern.compile("super\\(.*, \"([a-z-]+)\"\\);|HELP = \"([a-z-]+)\"");

    /** Not an exception's, but the compiler's or the virtual machine's. */
    private static final Set<String> OF_OTHERS = Set.of("module-path");

    @Test
    void everyExceptionHasItsSection() throws IOException {
        Set<String> sections = new TreeSet<>();
        SECTION.matcher(Files.readString(ROOT.resolve("docs/troubleshooting.md")))
                .results()
                .forEach(heading -> sections.add(heading.group(1)));
        sections.removeAll(OF_OTHERS);
        assertThat(anchors()).hasSizeGreaterThan(10).isEqualTo(sections);
    }

    private static Set<String> anchors() throws IOException {
        Set<String> anchors = new TreeSet<>();
        for (String module : new String[] {"common-model", "migration"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(path -> path.toString().endsWith("Exception.java"))
                        .toList()) {
                    ANCHOR.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> anchors.add(found.group(1) == null ? found.group(2) : found.group(1)));
                }
            }
        }
        return anchors;
    }
}
