package dev.hourbridge.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The page with the table. Its prose is written by hand; what stands below its marker is made from
 * the rows. Each row has two counts: of {@code mvn verify} and of {@code mvn verify -Pfull}; a build
 * knows its own and takes the other from the page.
 */
public final class ReliabilityPage {
    private static final String MARKER =
            "<!-- made by the build from here on: mvn verify -Dhourbridge.reliability=write -->";
    private static final String NONE = "–";
    private static final int EACH_BUILD = 2;
    private static final int FULL_BUILD = 3;

    private final Path page;
    private final boolean full;

    private ReliabilityPage(Path page, boolean full) {
        this.page = page;
        this.full = full;
    }

    /**
     * The page of this repository.
     *
     * @param full whether the build runs the long tests whole
     */
    public static ReliabilityPage of(boolean full) {
        return new ReliabilityPage(Root.path().resolve("docs").resolve("reliability.md"), full);
    }

    /** The page as it is. */
    public String text() throws IOException {
        return Files.readString(page);
    }

    /** The page as it has to be after this build. */
    public String expected() throws IOException {
        String text = text();
        int end = text.indexOf(MARKER);
        if (end < 0) {
            throw new IllegalStateException("docs/reliability.md has lost its marker: " + MARKER);
        }
        return text.substring(0, end) + MARKER + "\n" + table(text.substring(end));
    }

    /** Replaces the page. */
    public void write(String text) throws IOException {
        Files.writeString(page, text);
    }

    private String table(String before) throws IOException {
        Map<String, List<String>> written = writtenRows(before);
        Map<Area, Map<String, String>> lines = new TreeMap<>();
        for (Row row : rows()) {
            List<String> cells = written.remove(key(row.area(), row.name()));
            String other = cells == null ? NONE : cells.get(full ? EACH_BUILD : FULL_BUILD);
            String counts = full ? other + " | " + row.count() : row.count() + " | " + other;
            lines.computeIfAbsent(row.area(), area -> new TreeMap<>())
                    .put(row.name(), String.join(" | ", row.name(), row.tried(), counts, row.result()));
        }
        // A case that only the other kind of build runs stays as it is.
        written.forEach((key, cells) -> {
            if (cells.get(full ? FULL_BUILD : EACH_BUILD).equals(NONE)) {
                Area area = Area.valueOf(key.substring(0, key.indexOf('/')));
                lines.computeIfAbsent(area, any -> new TreeMap<>()).put(cells.get(0), String.join(" | ", cells));
            }
        });
        StringBuilder table = new StringBuilder();
        lines.forEach((area, rows) -> {
            table.append("\n## ").append(area.title());
            table.append("\n\n| case | tried | each build | `-Pfull` | result |\n|---|---|---:|---:|---|\n");
            rows.values().forEach(row -> table.append("| ").append(row).append(" |\n"));
        });
        return table.toString();
    }

    private static List<Row> rows() throws IOException {
        Path folder = Root.path().resolve("target").resolve("evidence");
        List<Row> rows = new ArrayList<>();
        if (!Files.exists(folder)) {
            return rows;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                rows.add(Row.ofTsv(Files.readString(file)));
            }
        }
        return rows;
    }

    /** The rows of the page as it is, by area and case. */
    private static Map<String, List<String>> writtenRows(String table) {
        Map<String, Area> areas = new HashMap<>();
        for (Area area : Area.values()) {
            areas.put("## " + area.title(), area);
        }
        Map<String, List<String>> rows = new HashMap<>();
        Area area = null;
        for (String line : table.split("\n", -1)) {
            if (areas.containsKey(line)) {
                area = areas.get(line);
            } else if (line.startsWith("| ") && !line.startsWith("| case") && area != null) {
                List<String> cells =
                        List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
                rows.put(key(area, cells.get(0)), cells);
            }
        }
        return rows;
    }

    private static String key(Area area, String name) {
        return area.name() + "/" + name;
    }
}
