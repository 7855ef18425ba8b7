package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that {@code archive --csv} writes for spreadsheets, read by another library and compared cell by cell. */
final class ArchiveTableTest {
    private static final int ENTRIES = 300;

    /** They are calculated; see {@link #assertHours}. */
    private static final Set<String> CALCULATED = Set.of("hours", "h:mm", "tags");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"codebase", "teamwork", "teampulse", "livetimer"})
    void hasTheValuesOfTheArchive(String service) throws Exception {
        Path file = directory.resolve("hours.jsonl");
        Path table = directory.resolve("hours.csv");
        try (RouteSide source = RouteSide.start(service);
                RouteSide target = RouteSide.start(service.equals("teamwork") ? "livetimer" : "teamwork")) {
            source.seed(7, ENTRIES);
            CommandRun archive = new Route(source, target, directory)
                    .run("archive", "--to", file.toString(), "--csv", table.toString());
            assertThat(archive.code()).as(archive.err()).isZero();
        }

        List<CSVRecord> records;
        try (CSVParser parser = CSVParser.parse(
                table,
                StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            records = parser.getRecords();
        }
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            List<TimeEntry> entries =
                    archive.list(TimeEntryQuery.all()).stream().toList();
            assertThat(records).hasSameSizeAs(entries).hasSizeGreaterThan(ENTRIES / 2);
            for (int i = 0; i < entries.size(); i++) {
                assertSame(records.get(i), entries.get(i));
            }
        }
    }

    private static void assertSame(CSVRecord row, TimeEntry entry) {
        Map<String, Object> values = entry.toMap();
        row.toMap().forEach((column, cell) -> {
            String name = column.replace("\uFEFF", "");
            if (!CALCULATED.contains(name)) {
                String value = String.valueOf(values.getOrDefault(name, ""));
                assertThat(withoutApostrophes(cell))
                        .as("%s of %s", name, entry.id())
                        .isEqualTo(withoutApostrophes(value));
            }
        });
        assertHours(row, entry);
    }

    /** An apostrophe before a sign that begins a formula makes a spreadsheet take it for text. */
    private static String withoutApostrophes(String text) {
        return text.replace("'", "");
    }

    private static void assertHours(CSVRecord row, TimeEntry entry) {
        long seconds = entry.workTime().duration().toSeconds();
        BigDecimal hours = new BigDecimal(row.get("\uFEFFhours"));
        assertThat(Math.round(hours.doubleValue() * 3600)).isEqualTo(seconds);
        String[] clock = row.get("h:mm").split(":", -1);
        long read = Long.parseLong(clock[0]) * 3600
                + Long.parseLong(clock[1]) * 60
                + (clock.length > 2 ? Long.parseLong(clock[2]) : 0);
        assertThat(read).isEqualTo(seconds);
    }
}
