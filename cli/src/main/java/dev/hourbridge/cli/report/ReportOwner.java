package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The ledger of a report. Each report names its ledger, which prevents reports of other ledgers from being overwritten.
 */
public final class ReportOwner {
    static final String FIELD = "ledger";

    /** The ledger is one of the first members, before any long content. */
    private static final int MAX_HEAD = 1 << 16;

    private ReportOwner() {}

    /**
     * Returns the name of a ledger in a report: its path relative to the report's directory, so both can be moved
     * together.
     */
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

    /**
     * Returns whether a file exists that is not a report of this ledger: a report of another ledger, or a file that is
     * not a report, is not UTF-8 or cannot be read.
     */
    static boolean isAnothers(Path base, String ledger) {
        Path file = ReportFiles.json(base);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonMapper().createParser(in.readNBytes(MAX_HEAD))) {
            // A report without a ledger contains an empty name.
            return ledger(json)
                    .filter(owner -> owner.isEmpty() || owner.equals(ledger))
                    .isEmpty();
        } catch (IOException noReport) {
            return true;
        }
    }

    /**
     * Returns the ledger that a JSON report names; empty if the file is not a report. Reads only the members before the
     * entries.
     */
    private static Optional<String> ledger(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
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
    }
}
