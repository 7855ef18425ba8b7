package dev.hourbridge.resilience.properties;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The forms in which a service may repeat a secret, each that the documentation of the redactor names. */
enum RepeatedForm {
    PLAIN,
    UPPER_CASE,
    ANY_CASE,
    PERCENT_ENCODED,
    PERCENT_ENCODED_PARTLY,
    PERCENT_ENCODED_BLANKS,
    PERCENT_ENCODED_WHOLLY,
    PERCENT_ENCODED_TWICE,
    XML_NAMES,
    HTML_DECIMAL,
    HTML_HEXADECIMAL,
    JSON,
    JSON_WHOLLY,
    JAVASCRIPT,
    HTML_IN_JSON,
    THREE_ESCAPES,
    BASE64,
    BASE64_URL,
    BASE64_LINES,
    BASE64_WITHIN,
    HEX,
    HEX_UPPER_CASE,
    HEX_BLANKS,
    HEX_COLONS,
    HEX_PREFIXES;

    /**
     * The secret in this form, with what may stand around it.
     *
     * @param text as a service repeats it
     * @param core the part of it that must not show
     */
    record Repeated(String text, String core) {
        Repeated(String text) {
            this(text, text);
        }
    }

    Repeated of(String secret, Random random) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return switch (this) {
            case PLAIN -> new Repeated(secret);
            case UPPER_CASE -> new Repeated(secret.toUpperCase(Locale.ROOT));
            case ANY_CASE ->
                new Repeated(characters(
                        secret, c -> random.nextBoolean() ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT)));
            case PERCENT_ENCODED_PARTLY ->
                new Repeated(characters(
                        secret, c -> c.matches("[\\p{ASCII}&&[^%+]]") && random.nextBoolean() ? c : wholly(c)));
            case PERCENT_ENCODED -> new Repeated(percent(secret));
            case PERCENT_ENCODED_BLANKS -> new Repeated(percent(secret).replace("+", "%20"));
            case PERCENT_ENCODED_WHOLLY -> new Repeated(wholly(secret));
            case PERCENT_ENCODED_TWICE -> new Repeated(percent(percent(secret)));
            case XML_NAMES -> new Repeated(xml(secret));
            case HTML_DECIMAL -> new Repeated(characters(secret, c -> "&#%d;".formatted(c.codePointAt(0))));
            case HTML_HEXADECIMAL -> new Repeated(characters(secret, c -> "&#x%x;".formatted(c.codePointAt(0))));
            case JSON -> new Repeated(json(secret));
            case JSON_WHOLLY -> new Repeated(unicode(secret));
            case JAVASCRIPT ->
                new Repeated(characters(
                        secret, c -> c.charAt(0) < 256 ? "\\x%02x".formatted((int) c.charAt(0)) : unicode(c)));
            case HTML_IN_JSON -> new Repeated(json(xml(secret)).replace("&", "\\u0026"));
            case THREE_ESCAPES -> new Repeated(escaped(escaped(escaped(secret, random), random), random));
            case BASE64 -> new Repeated(base64.encodeToString(bytes));
            case BASE64_URL ->
                new Repeated(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            case BASE64_LINES -> {
                String text = base64.encodeToString(bytes);
                yield new Repeated(text.substring(0, 4) + "\n" + text.substring(4), text.substring(4));
            }
            case BASE64_WITHIN -> within(bytes, "alice:".substring(random.nextInt(4)), "/".repeat(random.nextInt(3)));
            case HEX -> new Repeated(HexFormat.of().formatHex(bytes));
            case HEX_UPPER_CASE -> new Repeated(HexFormat.of().withUpperCase().formatHex(bytes));
            case HEX_BLANKS -> new Repeated(each(bytes, " ", "%02x"::formatted));
            case HEX_COLONS -> new Repeated(each(bytes, ":", "%02X"::formatted));
            case HEX_PREFIXES -> new Repeated(each(bytes, ", ", "0x%02x"::formatted));
        };
    }

    /** The core begins and ends where three bytes do that are four characters. */
    private static Repeated within(byte[] bytes, String before, String after) {
        String whole = before + new String(bytes, StandardCharsets.UTF_8) + after;
        int skipped = (3 - before.length() % 3) % 3;
        int length = (bytes.length - skipped) / 3 * 3;
        return new Repeated(
                Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, skipped, skipped + length)));
    }

    private static String each(byte[] bytes, String separator, IntFunction<String> text) {
        return Arrays.stream(HexFormat.ofDelimiter(" ").formatHex(bytes).split(" "))
                .map(hex -> text.apply(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining(separator));
    }

    private static String characters(String text, UnaryOperator<String> form) {
        return text.codePoints()
                .mapToObj(c -> form.apply(Character.toString(c)))
                .collect(Collectors.joining());
    }

    private static String wholly(String text) {
        return each(text.getBytes(StandardCharsets.UTF_8), "", "%%%02X"::formatted);
    }

    private static String unicode(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String escaped(String text, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> percent(text);
            case 1 -> xml(text);
            case 2 -> json(text);
            default -> unicode(text);
        };
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }
}
