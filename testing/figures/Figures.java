import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures the main code of the published modules and prints a table in Markdown. Run it in the root of the repository:
 *
 * <pre>java testing/figures/Figures.java</pre>
 */
public final class Figures {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern TEXT =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w*");
    private static final Pattern SQL =
            Pattern.compile("\"+\\s*(?:SELECT |INSERT (?:INTO|OR) |UPDATE \\w+ SET|DELETE FROM |"
                    + "CREATE (?:TABLE|TEMP|INDEX|UNIQUE|VIEW|TRIGGER)|DROP TABLE|ALTER TABLE|PRAGMA |WITH RECURSIVE |"
                    + "(?:FROM|WHERE|ORDER BY|AND) [a-z])");
    private static final String LEDGER = "dev.hourbridge.migration.internal.sqlite";

    private final List<Source> sources = new ArrayList<>();

    /** A file without {@code package-info.java} and {@code module-info.java}. */
    private record Source(String module, String packageName, String name, String text, String code) {
        boolean isPublic() {
            return Pattern.compile("(?m)^public .*\\b(class|interface|enum|record|@interface) " + name + "\\b")
                            .matcher(code)
                            .find()
                    && !packageName.contains(".internal");
        }

        boolean hasSql() {
            return TEXT.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .anyMatch(each -> SQL.matcher(each).lookingAt());
        }

        long lines() {
            return text.lines().count();
        }

        long linesOfCode() {
            return code.lines().filter(line -> !line.isBlank()).count();
        }

        long linesOfComments() {
            return text.lines().filter(line -> !line.isBlank()).count() - linesOfCode();
        }
    }

    private Figures() {}

    public static void main(String[] arguments) throws IOException {
        Figures figures = new Figures();
        figures.read();
        figures.print();
    }

    private void read() throws IOException {
        for (String module : MODULE.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            Path main = Path.of(module, "src", "main", "java");
            boolean isPublished = !Files.readString(Path.of(module, "pom.xml")).contains("<maven.deploy.skip>true<");
            if (isPublished && Files.isDirectory(main)) {
                read(module, main);
            }
        }
    }

    private void read(String module, Path main) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(main)) {
            files = walked.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".java", "");
            if (!name.endsWith("-info")) {
                String packageName = main.relativize(file.getParent())
                        .toString()
                        .replace('/', '.')
                        .replace('\\', '.');
                String text = Files.readString(file);
                sources.add(new Source(module, packageName, name, text, code(text)));
            }
        }
    }

    /** Without comments, and with strings that hold nothing. */
    private static String code(String text) {
        return TEXT.matcher(text)
                .replaceAll(found -> found.group().startsWith("/")
                        ? ""
                        : "\"\"" + found.group().replaceAll("[^\\n]", "").replace("\n", "\n\"\""));
    }

    private void print() {
        List<Long> lines = sources.stream().map(Source::lines).sorted().toList();
        Map<String, List<Source>> packages =
                sources.stream().collect(Collectors.groupingBy(Source::packageName, TreeMap::new, Collectors.toList()));
        String largest = packages.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(3)
                .map(each -> each.getValue().size() + " (" + each.getKey().replace("dev.hourbridge.", "") + ")")
                .collect(Collectors.joining(", "));
        Set<String> knot = packages.values().stream()
                .flatMap(each -> knots(each).stream())
                .max((a, b) -> a.size() - b.size())
                .orElse(Set.of());
        List<String> sql = sources.stream()
                .filter(source -> !source.packageName().equals(LEDGER) && source.hasSql())
                .map(Source::name)
                .toList();
        long hidden = sources.stream().filter(source -> !source.isPublic()).count();
        long code = sources.stream().mapToLong(Source::linesOfCode).sum();
        long comments = sources.stream().mapToLong(Source::linesOfComments).sum();

        System.out.println("| | figure | aim |\n|---|---|---|");
        row(
                "lines a file, median / p90 / max",
                lines.get(lines.size() / 2) + " / " + lines.get(lines.size() * 9 / 10) + " / "
                        + lines.get(lines.size() - 1),
                "max 260");
        row("types package-private or internal", percent(hidden, sources.size()), "60 % or more");
        row("largest packages, files", largest, "45 at most, migration 60");
        row(
                "classes in the largest knot inside a package",
                knot.size() + (knot.isEmpty() ? "" : " " + knot),
                "4 at most");
        row("files with SQL outside the ledger's package", sql.size() + (sql.isEmpty() ? "" : " " + sql), "0");
        row("share of comments, of lines that are not blank", percent(comments, code + comments), "20 % or more");
        row("lines of code, no blanks and no comments", Long.toString(code), "fewer than before");
        sources.stream()
                .collect(Collectors.groupingBy(
                        Source::module, TreeMap::new, Collectors.summingLong(Source::linesOfCode)))
                .forEach((module, count) -> row("lines of code of " + module, Long.toString(count), ""));
    }

    private static void row(String what, String figure, String aim) {
        System.out.println("| " + what + " | " + figure + " | " + aim + " |");
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / whole);
    }

    /** The sets of files of a package that use each other in a circle. */
    private static Collection<Set<String>> knots(List<Source> files) {
        Set<String> names = files.stream().map(Source::name).collect(Collectors.toSet());
        Map<String, Set<String>> uses = new HashMap<>();
        for (Source file : files) {
            Set<String> used = NAME.matcher(file.code())
                    .results()
                    .map(MatchResult::group)
                    .filter(names::contains)
                    .collect(Collectors.toSet());
            used.remove(file.name());
            uses.put(file.name(), used);
        }
        Map<String, Set<String>> reached = new HashMap<>();
        names.forEach(name -> reached.put(name, reached(name, uses)));
        Set<Set<String>> knots = new HashSet<>();
        for (String name : names) {
            Set<String> knot = new TreeSet<>();
            reached.get(name).stream()
                    .filter(other -> reached.get(other).contains(name))
                    .forEach(knot::add);
            if (!knot.isEmpty()) {
                knots.add(knot);
            }
        }
        return knots;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(uses.get(from));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(uses.get(next));
            }
        }
        return reached;
    }
}
