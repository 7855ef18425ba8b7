package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dependencies that pages show, for Maven and for Gradle, are published modules of this version and in the BOM. */
class CoordinatesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MAVEN = Pattern.compile("<groupId>dev\\.hourbridge</groupId>\\s*"
            + "<artifactId>([\\w-]+)</artifactId>(?: <!--.*?-->)?\\s*(?:<version>([^<]+)</version>)?");
    private static final Pattern OTHER = Pattern.compile("\\bdev\\.hourbridge:([a-z][\\w-]*)\\b(?!=)(?::([\\w.-]+))?");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    @Test
    void pagesShowPublishedModulesOfThisVersion() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        String bom = Files.readString(ROOT.resolve("bom/pom.xml"));
        int found = 0;
        for (Path page : Snippet.documents()) {
            String text = Files.readString(page);
            for (Pattern pattern : List.of(MAVEN, OTHER)) {
                for (MatchResult module : pattern.matcher(text).results().toList()) {
                    found++;
                    assertThat(pom(module.group(1)))
                            .as("%s in %s", module.group(1), page)
                            .exists()
                            .content()
                            .doesNotContain("<maven.deploy.skip>true<");
                    assertThat(bom).contains("<artifactId>" + module.group(1) + "</artifactId>");
                    if (module.group(2) != null) {
                        assertThat(module.group(2)).as("a version in %s", page).isEqualTo(version.group(1));
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    private static Path pom(String module) {
        Path top = ROOT.resolve(module).resolve("pom.xml");
        return Files.exists(top) ? top : ROOT.resolve("testing").resolve(module).resolve("pom.xml");
    }
}
