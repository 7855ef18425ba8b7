package dev.hourbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words with a better one in their place: in the comments, strings and constants of main code, and in the pages. A file
 * holds how many remain in each module; the number may only fall. {@code -Dhourbridge.words=write} writes it again.
 */
class WordsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path LIMITS = Path.of("src", "test", "resources", "dev", "hourbridge", "docs", "words.tsv");
    private static final String PAGES = "pages";

    /** Words that are not written, with what to write instead. */
    private static final Map<Pattern, String> PROSE = Map.ofEntries(
            word("somebody|nobody|whoever|one's own", "another user, no client, the caller, your own"),
            word("(?<!there )(is|are) none", "is not a valid ..."),
            word("says|said|tells|told", "reports, returned, states"),
            word("answer(s|ed|ing)?(?! (to common questions|with yes))", "response"),
            word("anew|once more", "again"),
            word("mend(s|ed|ing)?|put right", "fix"),
            word("besides?|as far as", "in addition to, when"),
            word("goes on|gone on|went on|to go on|the way on", "resumes, continues"),
            word("doubled|(the|no|possible|suspected|or) doubles?(?! click)", "duplicate"),
            // Ledgers contain these words: a state of version 4 and a key.
            word("(?<!connection |')refused(?! losses)", "rejected, invalid"),
            word("ends? with \\d", "exits with code"),
            word("kept|gone|(is|are|was|were|be|has|have) left|left (out|alone|behind)", "retained, skipped, deleted"));

    private static final Pattern CONSTANTS = Pattern.compile("\\b(MOST|SHORTLY|NUDGE|SPARE)(_[A-Z_]+)?\\b");

    private record Place(Path file, int line, String word, String instead) {
        @Override
        public String toString() {
            return ROOT.relativize(file) + ":" + line + ": \"" + word + "\"; write " + instead;
        }
    }

    private static Map.Entry<Pattern, String> word(String regex, String instead) {
        return Map.entry(Pattern.compile("\\b(" + regex + ")\\b", Pattern.CASE_INSENSITIVE), instead);
    }

    @Test
    void noneIsAdded() throws IOException {
        Map<String, List<Place>> places = places();
        if ("write".equals(System.getProperty("hourbridge.words"))) {
            Files.writeString(
                    LIMITS,
                    places.entrySet().stream()
                            .map(each -> each.getKey() + "\t" + each.getValue().size() + "\n")
                            .collect(Collectors.joining()));
        }
        Map<String, Integer> limits = limits();

        assertThat(places).hasSizeGreaterThan(10);
        places.forEach((module, found) -> assertThat(found)
                .as("%s: words with a better one in their place", module)
                .hasSizeLessThanOrEqualTo(limits.getOrDefault(module, 0)));
    }

    private static Map<String, Integer> limits() throws IOException {
        Map<String, Integer> limits = new TreeMap<>();
        for (String line : Files.readAllLines(LIMITS)) {
            limits.put(line.substring(0, line.indexOf('\t')), Integer.valueOf(line.substring(line.indexOf('\t') + 1)));
        }
        return limits;
    }

    private static Map<String, List<Place>> places() throws IOException {
        Map<String, List<Place>> places = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> walked = Files.walk(ROOT)) {
            files = walked.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            if (path.contains("target/") || path.contains("node_modules/") || path.startsWith(".git/")) {
                continue;
            }
            if (path.endsWith(".md")) {
                add(places, PAGES, file, Passage.ofPage(Files.readString(file)));
            } else if (path.matches("(testing/)?[^/]+/src/main/.*\\.(java|jte)")) {
                String module = path.substring(0, path.indexOf("/src/main/"));
                String text = Files.readString(file);
                if (path.endsWith(".java")) {
                    addConstants(add(places, module, file, Passage.ofProse(text)), file, text);
                } else {
                    add(places, module, file, Passage.ofPage(text));
                }
            }
        }
        return places;
    }

    private static List<Place> add(Map<String, List<Place>> places, String module, Path file, List<Passage> passages) {
        List<Place> found = places.computeIfAbsent(module, any -> new ArrayList<>());
        for (Passage passage : passages) {
            PROSE.forEach((word, instead) -> word.matcher(passage.text())
                    .results()
                    .forEach(each -> found.add(new Place(file, passage.line(), each.group(), instead))));
        }
        return found;
    }

    private static void addConstants(List<Place> places, Path file, String text) {
        CONSTANTS
                .matcher(Passage.ofCode(text).text())
                .results()
                .forEach(each ->
                        places.add(new Place(file, 1, each.group(), "MAX_X, POLL_INTERVAL, CLOCK_JITTER, HEADROOM")));
    }
}
