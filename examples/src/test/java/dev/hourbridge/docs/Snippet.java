package dev.hourbridge.docs;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A block of Java in the documentation: in a Markdown file, or an example in the Javadoc of a module.
 *
 * <p>A block that declares no class, or takes something for granted, is the body of a method, which its imports precede. What it takes for granted stands in
 * a comment above it: {@code <!-- with: TeamworkClient teamwork, LocalDate monday -->}. So does a JDK that it needs: {@code
 * <!-- jdk: 21 -->}. A block below {@code <!-- in: FILE -->} is a {@link Quotation}, and no snippet.
 *
 * @param file where it stands
 * @param line its first line there
 * @param given what it takes for granted, as parameters
 * @param jdk the JDK that it needs
 * @param code the block
 */
record Snippet(Path file, int line, String given, int jdk, String code) {
    private static final Pattern GIVEN = Pattern.compile("<!-- with: (.*?) -->");
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]+;$");
    private static final Pattern JDK = Pattern.compile("<!-- jdk: (\\d+) -->");
    private static final int OLDEST_JDK = 17;
    private static final Pattern JAVADOC_MARGIN = Pattern.compile("^ *\\* ?");

    /** The modules whose examples in Javadoc are complete. */
    private static final List<String> MODULES = List.of(
            "archive",
            "codebase-client",
            "common-model",
            "http-core",
            "livetimer-client",
            "migration",
            "teampulse-client",
            "teamwork-client",
            "testing/conformance",
            "testing/simulators");

    /** The imports of a block without any. */
    private static final String IMPORTS = """
            import static dev.hourbridge.teampulse.TimeEntryFields.*;
            import dev.hourbridge.conformance.*;
            import dev.hourbridge.model.*;
            import dev.hourbridge.model.spi.*;
            import dev.hourbridge.http.*;
            import dev.hourbridge.http.metrics.*;
            import dev.hourbridge.archive.*;
            import dev.hourbridge.codebase.*;
            import dev.hourbridge.teamwork.*;
            import dev.hourbridge.teampulse.*;
            import dev.hourbridge.livetimer.*;
            import dev.hourbridge.migration.*;
            import dev.hourbridge.simulators.*;
            import dev.hourbridge.simulators.codebase.*;
            import dev.hourbridge.simulators.livetimer.*;
            import dev.hourbridge.simulators.teampulse.*;
            import dev.hourbridge.simulators.teamwork.*;
            import java.math.BigDecimal;
            import java.net.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            """.replace('\n', ' ');

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Every block of Java in the Markdown files of the repository and in the Javadoc of {@link #MODULES}. */
    static List<Snippet> all() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path file : documents()) {
            snippets.addAll(in(file, Files.readAllLines(file), "```java", "```"));
        }
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(line -> JAVADOC_MARGIN.matcher(line).replaceFirst(""))
                    .toList();
            if (lines.stream().anyMatch(line -> line.contains("<pre>{@code "))) {
                throw new IllegalStateException("Java begins on the line of its <pre>, and is not compiled: " + file);
            }
            snippets.addAll(in(file, lines, "<pre>{@code", "}</pre>"));
        }
        return snippets;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(path -> path.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The anchors that a page's headings get. */
    static List<String> anchors(Path page) throws IOException {
        try (Stream<String> lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(heading -> "#" + heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                    .toList();
        }
    }

    private static List<Snippet> in(Path file, List<String> lines, String first, String last) {
        List<Snippet> snippets = new ArrayList<>();
        String given = "";
        int jdk = OLDEST_JDK;
        for (int i = 0; i < lines.size(); i++) {
            Matcher with = GIVEN.matcher(lines.get(i));
            Matcher newer = JDK.matcher(lines.get(i));
            if (with.matches()) {
                given = with.group(1);
            } else if (newer.matches()) {
                jdk = Integer.parseInt(newer.group(1));
            } else if (lines.get(i).strip().equals(first)) {
                int end = i + 1;
                while (!lines.get(end).strip().equals(last)) {
                    end++;
                }
                if (i == 0 || !Quotation.isAnnounced(lines.get(i - 1))) {
                    snippets.add(new Snippet(file, i + 2, given, jdk, String.join("\n", lines.subList(i + 1, end))));
                }
                given = "";
                jdk = OLDEST_JDK;
                i = end;
            }
        }
        return snippets;
    }

    /** Compiles the block into a directory; returns the compiler's messages if it fails. */
    Optional<String> compile(Path output) {
        StringWriter messages = new StringWriter();
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className() + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source();
                    }
                };
        List<String> options = List.of("-d", output.toString(), "-proc:none", "-Xlint:-options");
        boolean compiles = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .getTask(messages, null, null, options, null, List.of(source))
                .call();
        return compiles ? Optional.empty() : Optional.of(messages.toString());
    }

    /** The name of the class that the block declares or is made the body of. */
    String className() {
        Matcher declared = CLASS.matcher(code);
        return given.isEmpty() && declared.find() ? declared.group(1) : "Snippet";
    }

    /** The block as a source file. */
    String source() {
        if (given.isEmpty() && CLASS.matcher(code).find()) {
            return IMPORT.matcher(code).find() ? code : IMPORTS + code;
        }
        String imports = IMPORT.matcher(code).results().map(MatchResult::group).collect(Collectors.joining(" "));
        return (imports.isEmpty() ? IMPORTS : imports) + "class Snippet { void run(" + given + ") throws Exception {\n"
                + IMPORT.matcher(code).replaceAll("") + "\n} }";
    }

    @Override
    public String toString() {
        return ROOT.relativize(file) + ":" + line;
    }
}
