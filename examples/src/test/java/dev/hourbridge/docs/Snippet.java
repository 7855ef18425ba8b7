package dev.hourbridge.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of Java in the documentation.
 *
 * <p>A block that declares no class is the body of a method. What it takes for granted stands in a
 * comment above it: {@code <!-- with: TeamworkClient teamwork, LocalDate monday -->}.
 *
 * @param file where it stands
 * @param line its first line there
 * @param given what it takes for granted, as parameters
 * @param code the block
 */
record Snippet(Path file, int line, String given, String code) {
    private static final Pattern GIVEN = Pattern.compile("<!-- with: (.*?) -->");
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Every block of Java in the Markdown files of the repository. */
    static List<Snippet> all() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path file : documents()) {
            snippets.addAll(in(file));
        }
        return snippets;
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

    private static List<Snippet> in(Path file) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        String given = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = GIVEN.matcher(lines.get(i));
            if (matcher.matches()) {
                given = matcher.group(1);
            } else if (lines.get(i).strip().equals("```java")) {
                int end = i + 1;
                while (!lines.get(end).strip().equals("```")) {
                    end++;
                }
                snippets.add(new Snippet(file, i + 2, given, String.join("\n", lines.subList(i + 1, end))));
                given = "";
                i = end;
            }
        }
        return snippets;
    }

    /** The block as a source file of its own. */
    String source(String className) {
        String imports = """
                import static dev.hourbridge.teampulse.TimeEntryFields.*;
                import dev.hourbridge.model.*;
                import dev.hourbridge.http.*;
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
                import java.net.URI;
                import java.nio.file.*;
                import java.time.*;
                import java.util.*;
                """.replace('\n', ' ');
        return imports + "class " + className + " { void run(" + given + ") throws Exception {\n" + code + "\n} }";
    }

    @Override
    public String toString() {
        return ROOT.relativize(file) + ":" + line;
    }
}
