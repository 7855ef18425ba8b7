package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
 * The entries that the target rejected, one JSON object per line. Only {@code source} is read back. The rest of a line
 * is for the user, who decides what to do about the entry.
 *
 * <p>The ids in the file can be passed to a later plan, after the target or the mapping has been fixed.
 *
 * <pre>{@code
 * {"source":"3871","reason":"HTTP 422: Project does not exist","person":"999",…}
 * }</pre>
 */
public final class RejectsFile {
    private static final String SOURCE = "source";

    /** The maximum number of characters in a line, which is that of a response from a service. */
    private static final int MAX_LINE = 16 << 20;

    /** The maximum number of characters of all ids together. */
    private static final long MAX_IDS = 16 << 20;

    private RejectsFile() {}

    /** Thrown if a line is not from a rejects file. The message names the line and contains none of its text. */
    public static final class FormatException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Creates an exception. */
        FormatException(String message) {
            super(message);
        }

        FormatException(Path file, int line) {
            this(file + ", line " + line + ": not an object with the text \"" + SOURCE + "\"");
        }
    }

    /** Returns whether there are rejected entries to write. */
    static boolean isNeeded(Report report) {
        boolean[] found = new boolean[1];
        report.entries().forEach(entry -> found[0] |= entry.state() == EntryState.REJECTED);
        return found[0];
    }

    /** Writes one line for each rejected entry. */
    static void write(Report report, Writer out) throws IOException {
        JsonMapper mapper = SafeJson.mapper();
        try {
            report.entries().forEach(entry -> {
                if (entry.state() == EntryState.REJECTED) {
                    write(mapper, line(entry), out);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Writes one line. */
    private static void write(JsonMapper mapper, Map<String, Object> line, Writer out) {
        try {
            out.write(mapper.writeValueAsString(line));
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Returns the members of an entry. All except the source's id are for the user. */
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

    /** Returns the source's ids in file order. Blank lines are ignored. */
    public static Set<String> sourceIds(Path file) throws IOException, FormatException {
        JsonMapper mapper = new JsonMapper();
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

    /**
     * Returns the source id in a line. Reads token by token, because the tree of a line of 16 million characters can
     * take hundreds of megabytes.
     */
    private static String sourceId(JsonMapper mapper, String line, Path file, int number) throws FormatException {
        try (JsonParser json = mapper.createParser(line)) {
            String id = sourceId(json);
            // A second object on the line must not be skipped.
            if (!id.isBlank() && json.nextToken() == null) {
                return id;
            }
        } catch (IOException unreadable) {
            // The parser's message quotes the line.
        }
        throw new FormatException(file, number);
    }

    /** Returns the id in the object, or an empty string if there is no id or there are two. */
    private static String sourceId(JsonParser json) throws IOException {
        String id = "";
        int found = 0;
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isSource = json.currentName().equals(SOURCE);
                JsonToken value = json.nextToken();
                if (isSource) {
                    found++;
                    id = value == JsonToken.VALUE_STRING ? json.getText() : "";
                }
                json.skipChildren();
            }
        }
        return found == 1 ? id : "";
    }
}
