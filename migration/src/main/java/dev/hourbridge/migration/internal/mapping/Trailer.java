package dev.hourbridge.migration.internal.mapping;

import dev.hourbridge.model.WorkTime;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A suffix of a note that records the entry's origin and the values for which the target has no field: {@code [hb1
 * key=value;... checksum]}, in plain ASCII, which no service changes. Text that only resembles a trailer fails the
 * checksum and remains part of the note.
 *
 * @param fields values by key, unescaped
 */
public record Trailer(Map<String, String> fields) {
    static final String ACCOUNT = "a";
    static final String ID = "i";
    /** The time that was sent. See {@link #timeText}. */
    static final String WRITTEN = "w";

    static final String START = "s";
    static final String DURATION = "d";
    static final String PERSON = "u";
    static final String PROJECT = "p";
    static final String TASK = "k";
    static final String ACTIVITY = "v";
    static final String BILLABLE = "b";
    static final String TAGS = "t";

    /** The digest of the note that was sent for an entry without a note. */
    static final String DEFAULT_NOTE = "n";

    /** The {@link RowDigests} of the row that contains the trailer. */
    static final String ROW = "r";

    /** The value of {@link #START} for an entry that had no start. */
    static final String NO_START = "-";

    private static final Pattern FORM = Pattern.compile("\\[hb1 ([\\x21-\\x5c\\x5e-\\x7e]*) ([0-9a-f]{8})]\\s*\\z");

    /**
     * A note and its trailer.
     *
     * @param note the note without the trailer
     * @param trailer the trailer, if the note ends with one
     */
    public record Split(String note, Optional<Trailer> trailer) {}

    /** Splits a note into its text and its trailer. */
    public static Split split(String note) {
        Matcher matcher = FORM.matcher(note);
        if (!matcher.find() || !checksum(matcher.group(1)).equals(matcher.group(2))) {
            return new Split(note, Optional.empty());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : matcher.group(1).split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(pair.substring(0, equals), unescaped(pair.substring(equals + 1)));
            }
        }
        return new Split(withoutBlankEnd(note, matcher.start()), Optional.of(new Trailer(fields)));
    }

    /** Returns the note without blanks at its end. A regular expression would be quadratic in the number of blanks. */
    private static String withoutBlankEnd(String note, int end) {
        int last = end;
        while (last > 0 && " \t\n\u000b\f\r".indexOf(note.charAt(last - 1)) >= 0) {
            last--;
        }
        return note.substring(0, last);
    }

    /** Returns a field, or an empty string. */
    String get(String key) {
        return fields.getOrDefault(key, "");
    }

    /** Returns whether this trailer belongs to this entry of the source. */
    public boolean names(String sourceAccount, String sourceId) {
        return isOfAccount(sourceAccount) && sourceId().equals(sourceId);
    }

    /** Returns whether this trailer belongs to an entry of this source account. */
    public boolean isOfAccount(String sourceAccount) {
        return get(ACCOUNT).equals(sourceAccount);
    }

    /** Returns the source id of the entry; an empty string if the trailer has none. */
    public String sourceId() {
        return get(ID);
    }

    /** Returns the note with this trailer on a separate line. */
    public String appendedTo(String note) {
        String payload = payload();
        String text = "[hb1 " + payload + " " + checksum(payload) + "]";
        return note.isEmpty() ? text : note + "\n" + text;
    }

    /** Returns the fields as {@code key=value}, separated by semicolons. */
    private String payload() {
        StringBuilder payload = new StringBuilder();
        fields.forEach((key, value) -> payload.append(payload.isEmpty() ? "" : ";")
                .append(key)
                .append('=')
                .append(escaped(value)));
        return payload.toString();
    }

    /** Returns day, seconds and start of a time, which a later run uses to detect that it is unchanged. */
    static String timeText(WorkTime time) {
        String day = time.localDate() + "/" + time.duration().toSeconds();
        return time instanceof WorkTime.Interval interval
                ? day + "/" + interval.start().toLocalTime().truncatedTo(ChronoUnit.MINUTES)
                : day;
    }

    /** Returns a copy that records this time as the one that was sent. */
    public Trailer withWritten(WorkTime time) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(WRITTEN, timeText(time));
        return new Trailer(changed);
    }

    /**
     * Returns a value without characters that a service may change or that end a field. All except a few ASCII
     * characters are written as {@code %XX} of their UTF-8 bytes.
     */
    static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            if ((c >= '0' && c <= '9')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || "-._:/+,".indexOf(c) >= 0) {
                text.append((char) c);
            } else {
                text.append('%').append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            }
        }
        return text.toString();
    }

    /** Escapes an element of a comma-separated list. */
    static String escapedElement(String value) {
        return escaped(value).replace(",", "%2c");
    }

    /** Reverses {@link #escaped}. */
    static String unescaped(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            if (c == '%' && i + 2 < text.length()) {
                c = Character.digit(text.charAt(i + 1), 16) << 4 | Character.digit(text.charAt(i + 2), 16);
                i += 2;
            }
            bytes[length++] = (byte) c;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static String checksum(String payload) {
        CRC32 crc = new CRC32();
        crc.update(payload.getBytes(StandardCharsets.US_ASCII));
        return String.format("%08x", crc.getValue());
    }
}
