package dev.hourbridge.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the measurements and prints the tables. {@code --write} also writes them to {@code docs/performance.md}. With
 * the names of sections as arguments, only these are measured and nothing is written.
 */
public final class Main {
    private static final String MARKER = "<!-- made by benchmarks/run --write from here on -->";

    private Main() {}

    /** Runs the sections. The class describes the arguments. */
    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = new TreeSet<>(List.of(arguments));
        boolean write = wanted.remove("--write");
        Path home = Path.of(System.getProperty("hourbridge.home", "."));
        List<Section> sections = List.of(
                new PeersSection(),
                new ReadingSection(),
                new PrefetchSection(),
                new MillionSection(),
                new LimitSection(),
                new ApplySection(),
                new GrowthSection(),
                new ArchiveSection(),
                new MigrateSection(),
                new StartSection(home));
        Map<List<String>, List<Row>> tables = new LinkedHashMap<>();
        String load = Machine.load();
        for (Section section : sections) {
            if (wanted.isEmpty() || wanted.contains(section.name())) {
                System.err.println("measuring: " + section.name());
                tables.computeIfAbsent(section.columns(), columns -> new ArrayList<>())
                        .addAll(section.run());
            }
        }
        String text = text(wanted, tables, load);
        System.out.println(text);
        if (write && wanted.isEmpty()) {
            write(home.resolve("docs").resolve("performance.md"), text);
        }
    }

    private static String text(Set<String> wanted, Map<List<String>, List<Row>> tables, String load) {
        List<String> command = new ArrayList<>(List.of("benchmarks/run"));
        command.addAll(wanted);
        StringBuilder text = new StringBuilder();
        text.append('`')
                .append(String.join(" ", command))
                .append("`, ")
                .append(LocalDate.now(Clock.system(ZoneOffset.UTC)));
        text.append("; ")
                .append(Machine.describe())
                .append("; load before it began: ")
                .append(load)
                .append('\n');
        tables.forEach((columns, rows) -> {
            text.append("\n| what | ").append(String.join(" | ", columns)).append(" | ratio | goal | |\n");
            text.append("|---".repeat(columns.size() + 4)).append("|\n");
            rows.forEach(row -> text.append(row.markdown()).append('\n'));
        });
        return text.toString();
    }

    private static void write(Path page, String tables) throws IOException {
        String text = Files.readString(page);
        int end = text.indexOf(MARKER);
        if (end < 0) {
            throw new IllegalStateException(page.getFileName() + " has lost its marker: " + MARKER);
        }
        String whole = text.substring(0, end) + MARKER + "\n\n" + tables;
        Files.write(page, whole.getBytes(StandardCharsets.UTF_8));
    }
}
