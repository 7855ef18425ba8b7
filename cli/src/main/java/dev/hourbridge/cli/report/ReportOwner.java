package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Of which ledger a report is. A report that is there says so itself, so that another's is not written over. */
public final class ReportOwner {
    static final String FIELD = "ledger";

    private ReportOwner() {}

    /** The ledger as a report names it: by its way from the report's directory, so that both can move. */
    public static String name(Path base, Path ledger) {
        Path file = ledger.toAbsolutePath().normalize();
        Path directory = base.toAbsolutePath().normalize().getParent();
        try {
            Path way = directory == null ? file : directory.relativize(file);
            return way.toString().replace('\\', '/');
        } catch (IllegalArgumentException onAnotherDrive) {
            return file.toString();
        }
    }

    /** The ledger that the report which is there names; empty if there is none, or it names none. */
    public static Optional<String> of(Path base) throws IOException {
        Path file = ReportFiles.json(base);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser json = new JsonMapper().createParser(Files.newBufferedReader(file))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            // It stands among the first, before anything that is long.
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals(FIELD) && value == JsonToken.VALUE_STRING) {
                    return Optional.of(json.getText());
                }
                if (value == null || !value.isScalarValue()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (JacksonException noReport) {
            return Optional.empty();
        }
    }
}
