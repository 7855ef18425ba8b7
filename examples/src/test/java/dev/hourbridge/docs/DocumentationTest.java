package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        StringWriter messages = new StringWriter();
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + snippet.className() + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return snippet.source();
                    }
                };
        List<String> options = List.of("-d", output.toString(), "-proc:none", "-Xlint:-options");
        boolean compiles = compiler.getTask(messages, null, null, options, null, List.of(source))
                .call();
        assertThat(compiles).as("%s%n%s", snippet, messages).isTrue();
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
