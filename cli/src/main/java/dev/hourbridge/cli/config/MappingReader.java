package dev.hourbridge.cli.config;

import dev.hourbridge.cli.file.CsvTable;
import dev.hourbridge.model.EntryField;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads the file that {@code mapping} names: CSV, or YAML with {@code map} and {@code defaults}. */
public final class MappingReader {
    /** The columns of a mapping as CSV. */
    public static final List<String> COLUMNS =
            List.of("kind", "source_id", "source_name", "target_id", "target_name", "reason");

    private static final List<EntryField> KINDS =
            List.of(EntryField.PERSON, EntryField.PROJECT, EntryField.TASK, EntryField.ACTIVITY);
    private static final List<String> DEMANDED = List.of("kind", "source_id", "target_id");

    private MappingReader() {}

    /** Returns whether the name of a file indicates CSV. */
    public static boolean isCsv(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    /**
     * Reads the file and adds its content to the collected entries.
     *
     * @throws ConfigurationException if the file does not exist, is too large, or contains an error; the message names
     *     the line
     */
    static void read(Path file, EnvironmentNames environment, MappingEntries entries) {
        SourceLocation top = new SourceLocation(file.toString(), 1, "");
        if (isCsv(file)) {
            readCsv(YamlFile.text(file), top, entries);
        } else {
            YamlMap content =
                    YamlFile.parse(YamlFile.text(file), top, environment).allowOnly("map", "defaults");
            MappingSection.read(content.map("map"), content.map("defaults"), entries);
        }
    }

    /** Reads a mapping from CSV. */
    private static void readCsv(String text, SourceLocation top, MappingEntries entries) {
        try {
            checkColumns(CsvTable.columns(text), top);
            for (CsvTable.Row row : CsvTable.rows(text)) {
                add(row, top.line(row.line()), entries);
            }
        } catch (CsvTable.FormatException broken) {
            throw top.line(broken.line()).error(String.valueOf(broken.getMessage()));
        }
    }

    /** Requires the mandatory columns and rejects unknown ones. */
    private static void checkColumns(List<String> columns, SourceLocation top) {
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                throw top.error(
                        "is not the header of a mapping; use " + String.join(",", COLUMNS) + " and no other columns");
            }
        }
        if (!columns.containsAll(DEMANDED)) {
            throw top.error("the header must contain at least " + String.join(", ", DEMANDED));
        }
    }

    /** Adds the mapping of one row. A row without a target has not been filled in yet. */
    private static void add(CsvTable.Row row, SourceLocation location, MappingEntries entries) {
        String word = row.cells().getOrDefault("kind", "");
        EntryField kind = KINDS.stream()
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> location.error("kind is not one of person, project, task, activity"));
        String id = row.cells().getOrDefault("source_id", "");
        String target = row.cells().getOrDefault("target_id", "");
        if (id.isBlank()) {
            throw location.error("source_id is blank; set it, or remove the line");
        }
        if (!target.isBlank()) {
            entries.add(kind, id, MappingValue.of(target), location);
        }
    }
}
