package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.cli.file.BoundedFile;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.EntryState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The entries that the target refused, one JSON object a line. Of a line only {@code source} is read
 * back; the rest is for whoever decides what to do about it.
 */
public final class RejectsFile {
    private static final String SOURCE = "source";

    /** The characters of a line: as many as a response of a service can have. */
    private static final int MAX_LINE = 16 << 20;

    /** The characters of all ids together. */
    private static final long MAX_IDS = 16 << 20;

    private RejectsFile() {}

    /** The line is not one of a rejects file. Its message names the line, and holds nothing of it. */
    public static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        FormatException(String message) {
            super(message);
        }

        FormatException(Path file, int line) {
            this(file + ", line " + line + ": not an object with the text \"" + SOURCE + "\"");
        }
    }

    /** Whether there is something to write. */
    static boolean isNeeded(Report report) {
        boolean[] found = new boolean[1];
        report.entries().forEach(entry -> found[0] |= entry.state() == EntryState.REFUSED);
        return found[0];
    }

    static void write(Report report, Writer out) throws IOException {
        JsonMapper mapper = SafeJson.mapper();
        try {
            report.entries().forEach(entry -> {
                if (entry.state() == EntryState.REFUSED) {
                    write(mapper, line(entry), out);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(JsonMapper mapper, Map<String, Object> line, Writer out) {
        try {
            out.write(mapper.writeValueAsString(line));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Object> line(EntryReport entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(SOURCE, entry.sourceId());
        line.put("reason", entry.reason().orElse(""));
        line.put("person", entry.person());
        line.put("project", entry.project());
        line.put("task", entry.task());
        line.put("day", entry.day().toString());
        line.put("seconds", entry.duration().toSeconds());
        line.put("note", entry.note());
        return line;
    }

    /** The source's ids in a file, in its order; blank lines do not count. */
    public static Set<String> sourceIds(Path file) throws IOException, FormatException {
        // Of two objects on a line, or two ids in one, neither may go unread.
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        Set<String> ids = new LinkedHashSet<>();
        long[] characters = new long[1];
        BoundedFile.<FormatException>forEachLine(file, MAX_LINE, (line, number) -> {
            if (!line.isBlank()) {
                String id = sourceId(mapper, line, file, number);
                characters[0] += ids.add(id) ? id.length() : 0;
            }
            if (characters[0] > MAX_IDS) {
                throw new FormatException(file + ", line " + number + ": too many entries for one plan");
            }
        });
        return ids;
    }

    private static String sourceId(JsonMapper mapper, String line, Path file, int number) throws FormatException {
        JsonNode id;
        try {
            id = mapper.readTree(line).path(SOURCE);
        } catch (JacksonException unreadable) {
            throw new FormatException(file, number);
        }
        if (!id.isTextual() || id.textValue().isBlank()) {
            throw new FormatException(file, number);
        }
        return id.textValue();
    }
}
