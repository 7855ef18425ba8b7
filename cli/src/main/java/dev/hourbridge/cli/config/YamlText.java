package dev.hourbridge.cli.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A scalar in the file as text, with its location.
 *
 * @param literal whether the file contains the text unchanged, without a replaced variable
 */
record YamlText(SourceLocation location, String text, boolean literal) {

    /** Returns the constant whose lower-case name is the text. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        String words =
                Arrays.stream(type.getEnumConstants()).map(YamlText::word).collect(Collectors.joining(", "));
        throw location.error("not one of " + words);
    }

    /**
     * Returns the value as true or false.
     *
     * @throws ConfigurationException if it is neither
     */
    boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw location.error("use true or false");
        };
    }

    /**
     * Parses the text. An exception of the parser becomes an error that states what to enter. The exception is not its
     * cause, because its message quotes the text, which may be a secret.
     */
    <T> T parsed(Function<String, T> parser, String remedy) {
        try {
            return parser.apply(text);
        } catch (RuntimeException invalid) {
            throw location.error(remedy);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
