package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two accounts with the 200 pairs of names of {@code name-pairs.csv}, all at once: a value is written only where two names are
 * the same, and no value that is filled in changes.
 */
final class MapNamesTest {
    private static final long FIRST_SOURCE = 3_000;
    private static final long FIRST_TARGET = 7_000;
    private static final int ROUNDS = 5;
    private static final Pattern LINE = Pattern.compile("(?m)^    (# )?\"(\\d+)\":( \"?(\\d+|skip)\"?)?   #");

    @TempDir
    Path directory;

    private final LiveTimerSimulator source = LiveTimerSimulator.start();
    private final TeamworkSimulator target = TeamworkSimulator.start();
    private final List<Pair> pairs = new ArrayList<>();
    private Path file;
    private Path mapping;

    private record Pair(String kind, String source, String target, String expected) {}

    @BeforeEach
    void fill() throws IOException {
        file = directory.resolve("migration.yaml");
        mapping = directory.resolve("mapping.yaml");
        for (List<String> cells : cells()) {
            long number = pairs.size();
            pairs.add(new Pair(cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
            boolean isPerson = cells.get(0).equals("person");
            long person = isPerson ? FIRST_SOURCE + number : 25;
            StoredLiveTimerEntry.Builder entry =
                    StoredLiveTimerEntry.durationOnly(person, LocalDate.of(2024, 3, 1), 30);
            if (isPerson) {
                source.addUser(person, cells.get(1), "secret", false);
                target.addPerson(FIRST_TARGET + number, cells.get(2), "", "key-" + number);
            } else {
                source.addProject(FIRST_SOURCE + number, cells.get(1), 1);
                target.addProject(FIRST_TARGET + number, cells.get(2), 999);
                entry.projectId(FIRST_SOURCE + number);
            }
            source.add(entry.build());
        }
        Files.writeString(file, """
                source: { service: livetimer, url: %s, credentials: { username: walter, password: "${PASSWORD}" } }
                target: { service: teamwork, url: %s, credentials: { apiKey: "${KEY}" } }
                range: { from: 2024-01-01, to: 2024-12-31 }
                mapping: %s
                ledger: %s
                report: %s
                """.formatted(
                source.url(), target.url(), mapping, directory.resolve("migration.db"), directory.resolve("report")));
    }

    /** The cells of the fixture; names there have quotation marks and commas. */
    private static List<List<String>> cells() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (var stream = MapNamesTest.class.getResourceAsStream("mapping/name-pairs.csv")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Pattern cell = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");
            text.lines().skip(2).forEach(line -> {
                List<String> row = new ArrayList<>();
                Matcher matcher = cell.matcher(line);
                while (row.size() < 5 && matcher.find()) {
                    row.add(
                            matcher.group(1) == null
                                    ? matcher.group(2)
                                    : matcher.group(1).replace("\"\"", "\""));
                }
                rows.add(row);
            });
        }
        return rows;
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
    }

    @Test
    void onlyTheSameNameIsAValueAndNoValueThatIsFilledInIsLost() throws IOException {
        assertThat(run("map").code()).isZero();
        Map<String, String> proposed = values();
        assertThat(proposed).hasSizeGreaterThan(15);
        proposed.forEach((from, to) -> {
            Pair one = pairs.get((int) (Long.parseLong(from) - FIRST_SOURCE));
            Pair other = pairs.get((int) (Long.parseLong(to) - FIRST_TARGET));
            assertThat(words(one.source())).as("%s and %s", one, other).isEqualTo(words(other.target()));
            assertThat(pairs)
                    .as("pairs that are not the same")
                    .noneMatch(pair -> pair.source().equals(one.source())
                            && pair.target().equals(other.target())
                            && !pair.expected().equals("same"));
        });

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, String> filled = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            fillIn(random, filled);
            CommandRun again = run(random.nextBoolean() ? "map" : "plan");
            assertThat(again.code()).as("seed %d: %s", seed, again.err()).isIn(0, 4);
            assertThat(values()).as("seed %d", seed).containsAllEntriesOf(filled);
        }
        assertThat(filled).hasSizeGreaterThan(80);
        assertThat(directory.resolve("mapping.yaml.1")).doesNotExist();
    }

    /** The user fills in, corrects and skips ids here and there. */
    private void fillIn(Random random, Map<String, String> filled) throws IOException {
        Matcher matcher = LINE.matcher(Files.readString(mapping));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String id = matcher.group(2);
            if (random.nextInt(4) > 0) {
                continue;
            }
            String value = random.nextInt(5) == 0 ? "skip" : Long.toString(FIRST_TARGET + random.nextInt(pairs.size()));
            filled.put(id, value);
            matcher.appendReplacement(
                    text, "    \"" + id + "\": " + (value.equals("skip") ? value : '"' + value + '"') + "   #");
        }
        Files.writeString(mapping, matcher.appendTail(text));
    }

    /** The values in the file, by source id. */
    private Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher matcher = LINE.matcher(Files.readString(mapping));
        while (matcher.find()) {
            if (matcher.group(4) != null) {
                values.put(matcher.group(2), matcher.group(4));
            }
        }
        return values;
    }

    /** The words of a name in any order, worked out without the code that is tested. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’‘ʼ`´\\p{Cf}]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}+#&]+", " ")
                .replace('ς', 'σ')
                .strip();
        return Arrays.stream(Normalizer.normalize(plain, Normalizer.Form.NFKC).split(" "))
                .sorted()
                .toList();
    }

    private CommandRun run(String subcommand) {
        return new CommandRun()
                .with(Map.of("PASSWORD", source.password(), "KEY", target.apiKey()))
                .started(subcommand, "-c", file.toString());
    }
}
