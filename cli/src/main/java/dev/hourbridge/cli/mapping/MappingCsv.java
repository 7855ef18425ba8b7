package dev.hourbridge.cli.mapping;

import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.MappingReader;
import dev.hourbridge.cli.file.CsvCell;
import dev.hourbridge.cli.mapping.FilledMapping.Value;
import dev.hourbridge.cli.report.Labels;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a mapping file to complete, as CSV for a spreadsheet. Only YAML includes defaults and rules.
 *
 * <pre>
 * kind,source_id,source_name,target_id,target_name,reason
 * person,25,walter,999,Demo User,7 entries
 * </pre>
 */
final class MappingCsv {
    private MappingCsv() {}

    /** Returns the text of the file, with a header. */
    static String of(MappingValues values) {
        StringBuilder csv = new StringBuilder(line(MappingReader.COLUMNS));
        MappingTemplate.SECTIONS.forEach((kind, section) -> {
            String word = Labels.of(kind);
            for (MappingValues.Line line : values.of(kind)) {
                MappingRow row = line.row();
                String reason = Labels.entries(row.entries())
                        + (line.reason().isEmpty() ? "" : "; " + line.reason())
                        + (row.remark().isEmpty() || line.value().isPresent() ? "" : "; " + row.remark());
                csv.append(line(List.of(
                        word,
                        exact(row.id()),
                        row.name().orElse(""),
                        exact(line.value().map(Value::text).orElse("")),
                        line.value()
                                .map(value -> values.targetName(kind, value))
                                .orElse(""),
                        reason)));
            }
            values.unasked(section)
                    .forEach((id, value) -> csv.append(line(List.of(
                            word,
                            exact(id),
                            "",
                            exact(value.text()),
                            values.targetName(kind, value),
                            "no longer needed"))));
        });
        return csv.toString();
    }

    /**
     * Returns an id that a spreadsheet does not change.
     *
     * @throws ConfigurationException if a spreadsheet would treat the id as a formula
     */
    private static String exact(String id) {
        if (!CsvCell.isExact(id)) {
            throw new ConfigurationException("The id " + MappingTemplate.quoted(id)
                    + " cannot be written as CSV, because a spreadsheet treats it as a formula. Use a YAML file.");
        }
        return id;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n";
    }
}
