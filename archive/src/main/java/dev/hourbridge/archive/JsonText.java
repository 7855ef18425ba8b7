package dev.hourbridge.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.hourbridge.archive.LineReader.DamagedLineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts maps of plain values to JSON objects in UTF-8 and back, without loss.
 *
 * <p>Line separators in strings are escaped, so every tool reads an entry as one line.
 */
final class JsonText {
    private static final int MAX_DEPTH = 100;

    /**
     * The maximum number of names, values, and beginnings and ends of objects and arrays in a line. Each may use 100
     * bytes of memory.
     */
    private static final int MAX_TOKENS = 100_000;

    private static final int CHUNK = 8192;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxTokenCount(MAX_TOKENS)
                    .maxStringLength(LineReader.MAX_BYTES)
                    .build())
            .characterEscapes(new LineSafeEscapes())
            .build();

    private JsonText() {}

    /** Returns the object on one line, without a line break. */
    static byte[] write(Map<String, Object> map) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            write(json, map);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                json.writeFieldName(String.valueOf(each.getKey()));
                write(json, each.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(json, each);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * Reads one object. Whole numbers have type {@link Long} if they fit.
     *
     * @throws DamagedLineException if the bytes are anything else
     */
    static Map<String, Object> read(byte[] bytes, int length) throws DamagedLineException {
        if (!isUtf8(bytes, length)) {
            throw new DamagedLineException("the line is not valid UTF-8 text");
        }
        try {
            return object(bytes, length);
        } catch (StreamConstraintsException e) {
            throw new DamagedLineException("the line is nested deeper than " + MAX_DEPTH + " levels, or has more than "
                    + MAX_TOKENS + " names and values, or one of them is too long");
        } catch (IOException | NumberFormatException e) {
            throw new DamagedLineException("the line is not valid JSON");
        }
    }

    /** Returns whether the bytes are valid UTF-8. The parser accepts overlong forms and half surrogate pairs. */
    private static boolean isUtf8(byte[] bytes, int length) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isUnderflow();
    }

    private static Map<String, Object> object(byte[] bytes, int length) throws IOException {
        try (JsonParser json = FACTORY.createParser(bytes, 0, length)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            Map<String, Object> map = object(json);
            if (json.nextToken() != null) {
                throw new IOException("more than one JSON object");
            }
            return map;
        }
    }

    private static Map<String, Object> object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            map.put(name, value(json));
        }
        return unchecked(map);
    }

    /** Returns the map unchanged. A value can be null only in an entry member that a later version added. */
    @SuppressWarnings("NullAway")
    private static Map<String, Object> unchecked(Map<String, @Nullable Object> map) {
        return map;
    }

    private static @Nullable Object value(JsonParser json) throws IOException {
        return switch (Objects.requireNonNull(json.currentToken())) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) json.getBigIntegerValue()
                        : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not a JSON value");
        };
    }

    /**
     * Escapes characters that some programs treat as the end of a line, and those that a terminal or an editor
     * interprets. The generator escapes surrogates.
     */
    private static final class LineSafeEscapes extends CharacterEscapes {
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
