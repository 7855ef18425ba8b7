package dev.hourbridge.migration;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The end of a note that tells where an entry came from, and what of it the target has no field for:
 * {@code [hb1 key=value;... checksum]}, in plain ASCII, so that no service changes it. A text that only
 * looks like one fails the checksum and stays part of the note.
 */
record Trailer(Map<String, String> fields) {
    static final String ACCOUNT = "a";
    static final String ID = "i";
    static final String WRITTEN = "w";
    static final String START = "s";
    static final String DURATION = "d";
    static final String PERSON = "u";
    static final String PROJECT = "p";
    static final String TASK = "k";
    static final String ACTIVITY = "v";
    static final String BILLABLE = "b";
    static final String TAGS = "t";
    static final String BLANK_NOTE = "n";

    /** The start of an entry that had none. */
    static final String NO_START = "-";

    private static final Pattern FORM = Pattern.compile("\\[hb1 ([\\x21-\\x5c\\x5e-\\x7e]*) ([0-9a-f]{8})]\\s*\\z");

    /** A note in two parts. */
    record Split(String note, Optional<Trailer> trailer) {}

    static Split split(String note) {
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

    /** By hand: a pattern would look at every blank of a note once for each blank before it. */
    private static String withoutBlankEnd(String note, int end) {
        int last = end;
        while (last > 0 && " \t\n\u000b\f\r".indexOf(note.charAt(last - 1)) >= 0) {
            last--;
        }
        return note.substring(0, last);
    }

    String get(String key) {
        return fields.getOrDefault(key, "");
    }

    String appendedTo(String note) {
        String payload = payload();
        String text = "[hb1 " + payload + " " + checksum(payload) + "]";
        return note.isEmpty() ? text : note + "\n" + text;
    }

    private String payload() {
        StringBuilder payload = new StringBuilder();
        fields.forEach((key, value) -> payload.append(payload.isEmpty() ? "" : ";")
                .append(key)
                .append('=')
                .append(escaped(value)));
        return payload.toString();
    }

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
