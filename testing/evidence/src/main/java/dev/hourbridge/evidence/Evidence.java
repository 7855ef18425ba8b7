package dev.hourbridge.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A row of the table: a case, what was tried, how many times, and what came of it. Texts are one line
 * without {@code |}; nothing in them or in the count may differ between two runs of the same build,
 * or between one JDK and another.
 */
public final class Evidence {
    private final Area area;
    private final String name;
    private String tried = "";
    private String result = "";

    private Evidence(Area area, String name) {
        this.area = area;
        this.name = line(name);
    }

    /**
     * Begins a row.
     *
     * @param name what the case is called; unique in its area
     */
    public static Evidence of(Area area, String name) {
        return new Evidence(area, name);
    }

    /** Sets what was tried. */
    public Evidence tried(String text) {
        tried = line(text);
        return this;
    }

    /** Sets the result of each. */
    public Evidence result(String text) {
        result = line(text);
        return this;
    }

    /** Sets how many were tried, and writes the row to a file: it ran, and its assertions held. */
    public void count(long count) {
        if (tried.isEmpty() || result.isEmpty() || count < 1) {
            throw new IllegalStateException("a row needs what was tried, how many, and the result: " + name);
        }
        Row row = new Row(area, name, tried, result, Long.toString(count));
        Path folder = Root.path().resolve("target").resolve("evidence");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(fileName()), row.toTsv());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fileName() {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return area.name().toLowerCase(Locale.ROOT) + "-" + words + ".tsv";
    }

    private static String line(String text) {
        if (text.isBlank() || text.chars().anyMatch(c -> c < ' ' || c == '|')) {
            throw new IllegalArgumentException("one line without | is wanted: " + text);
        }
        return text;
    }
}
