package dev.hourbridge.cli.report;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that terminals and text editors do not interpret: control and format characters, line and paragraph
 * separators, and surrogates are escaped. A reader receives all text unchanged.
 *
 * <p>A log viewer that shows the file cannot be made to delete lines or to show different text.
 */
public final class SafeJson {
    /** One shared mapper: a mapper determines once how to write each type, which takes longer than writing an entry. */
    private static final JsonMapper MAPPER = new JsonMapper(
            new JsonFactoryBuilder().characterEscapes(new Escapes()).build());

    private SafeJson() {}

    /** Returns a mapper that writes this JSON. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final char DELETE = 0x7F;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            return switch (Character.getType(unit)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> new SerializedString(String.format(Locale.ROOT, "\\u%04X", unit));
                default -> null;
            };
        }
    }
}
