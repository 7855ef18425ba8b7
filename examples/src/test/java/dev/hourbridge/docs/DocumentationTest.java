package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentationTest {
    static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)\\s]+)?\\)");

    static List<Snippet> snippets() throws IOException {
        return Snippet.all();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompiles(Snippet snippet, @TempDir Path output) {
        assumeTrue(Runtime.version().feature() >= snippet.jdk(), () -> snippet + " needs JDK " + snippet.jdk() + ".");

        assertThat(snippet.compile(output)).as(snippet.toString()).isEmpty();
    }

    static List<Quotation> quotations() throws IOException {
        return Quotation.all();
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void everyQuotationIsInItsFile(Quotation quotation) throws IOException {
        assertThat(quotation.isInFile())
                .as("%s in %s", quotation, quotation.file())
                .isTrue();
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        for (Path document : Snippet.documents()) {
            Matcher matcher = LINK.matcher(Files.readString(document));
            while (matcher.find()) {
                String target = matcher.group(1);
                if (!target.contains(":")) {
                    Path file = Objects.requireNonNull(document.getParent()).resolve(target);
                    assertThat(file).as("a link in %s", document).exists();
                    if (matcher.group(2) != null) {
                        assertThat(Snippet.anchors(file))
                                .as("a link in %s", document)
                                .contains(matcher.group(2));
                    }
                }
            }
        }
    }
}
