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
 * The entries that the target rejected, one JSON object a line. Of a line only {@code source} is read
 * back; the rest is for the user, who decides what to do about it.
 *
 * <p>The ids in it can be given to a later plan, once the target or the mapping is fixed.
 *
 * <pre>{@code
 * {"source":"3871","reason":"HTTP 422: Project does not exist","person":"999",…}
 * }</pre>
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

        /** Creates an exception. */
        FormatException(String message) {
            super(message);
        }

        FormatException(Path file, int line) {
            this(file + ", line " + line + ": not an object with the text \"" + SOURCE + "\"");
        }
    }

    /** Returns whether there is something to write. */
    static boolean isNeeded(Report report) {
        boolean[] found = new boolean[1];
        report.entries().forEach(entry -> found[0] |= entry.state() == EntryState.REJECTED);
        return found[0];
    }

    /** Writes a line for each rejected entry. */
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

    /** Returns the members of an entry. Apart from the source's id, they are for people. */
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

    /** Returns the source's ids in a file, in its order; blank lines do not count. */
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

    /** Reads token by token: of a tree, a line of 16 million characters could take hundreds of megabytes. */
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

    /** Returns the id in the object, or an empty text if there is none or there are two. */
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
