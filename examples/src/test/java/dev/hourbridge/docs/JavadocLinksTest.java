package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each public package links to a page of the documentation, and a page links to it. */
class JavadocLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** From the Javadoc, which the site has under {@code api}, to a page of the site. */
    private static final Pattern LINK = Pattern.compile("\\{@docRoot}/\\.\\./([\\w/-]+)\\.html(#[\\w-]+)?");

    static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(ROOT::relativize)
                    .filter(path -> path.toString().matches("(testing/)?[^/]+/src/main/java/.*/package-info\\.java")
                            && !path.toString()
                                    .matches(
                                            "(cli|examples|benchmarks|testing/evidence)/.*|.*/internal/.*|.*/odata/.*"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void thePackageLinksToAHeadingOfAPage(Path file) throws IOException {
        Matcher link = LINK.matcher(Files.readString(ROOT.resolve(file)));
        assertThat(link.find()).as("a link in %s", file).isTrue();
        Path page = ROOT.resolve(link.group(1) + ".md");
        assertThat(page).exists();
        if (link.group(2) != null) {
            assertThat(Snippet.anchors(page)).contains(link.group(2));
        }
    }

    @Test
    void aPageLinksToEachPackage() throws IOException {
        List<Path> linked = new ArrayList<>();
        for (Path page : Snippet.documents()) {
            Path directory = Objects.requireNonNull(page.getParent());
            DocumentationTest.LINK
                    .matcher(Files.readString(page))
                    .results()
                    .filter(link -> link.group(1).endsWith("/package-info.java"))
                    .forEach(link -> linked.add(
                            ROOT.relativize(directory.resolve(link.group(1)).normalize())));
        }
        assertThat(linked).containsAll(packages());
    }
}
