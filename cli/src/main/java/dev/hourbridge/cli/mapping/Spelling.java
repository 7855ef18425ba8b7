package dev.hourbridge.cli.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name in a form for comparison: normalized with NFKC, in lower case, without punctuation. Characters that
 * distinguish names, such as those of C++ and C#, are retained.
 *
 * @param words the words, in the order of the name
 */
record Spelling(List<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final String APOSTROPHES = "'\u2019\u2018\u02BC`\u00B4";

    /** The characters that separate words, in addition to blanks, dashes, brackets and quotation marks. */
    private static final String SEPARATORS = ".,;:!?_/\\|\u00B7\u2022";

    /** Letters that normalization does not decompose. */
    private static final Map<String, String> PLAIN_LETTERS = Map.of(
            "\u00DF", "ss", "\u00F8", "o", "\u00E6", "ae", "\u0153", "oe", "\u0142", "l", "\u0111", "d", "\u00F0", "d",
            "\u00FE", "th", "\u0131", "i");

    /** Returns the form of a name for comparison. */
    static Spelling of(String name) {
        String text = Normalizer.normalize(
                        Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .replace('\u03C2', '\u03C3');
        int[] characters = text.codePoints()
                .filter(each -> Character.getType(each) != Character.FORMAT)
                .toArray();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            boolean isInNumber = i > 0
                    && i + 1 < characters.length
                    && Character.isDigit(characters[i - 1])
                    && Character.isDigit(characters[i + 1]);
            if (APOSTROPHES.indexOf(characters[i]) < 0) {
                plain.appendCodePoint(!isInNumber && isSeparator(characters[i]) ? ' ' : characters[i]);
            }
        }
        String words = plain.toString().strip();
        return new Spelling(words.isEmpty() ? List.of() : List.of(words.split("\\s+")));
    }

    /** Returns whether a character separates words: white space, dashes, brackets and quotation marks. */
    private static boolean isSeparator(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> character == '"' || SEPARATORS.indexOf(character) >= 0;
        };
    }

    /** Returns whether the name has no letter, digit or sign to compare. */
    boolean isBlank() {
        return words.isEmpty();
    }

    /** Returns whether the words are equal after a rotation, such as with the family name first. */
    boolean isRotationOf(Spelling other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        for (int shift = 0; shift < words.size(); shift++) {
            List<String> rotated = new ArrayList<>(words);
            Collections.rotate(rotated, shift);
            if (rotated.equals(other.words)) {
                return true;
            }
        }
        return false;
    }

    /** Returns this spelling without diacritics, for a comparison that finds candidates. */
    Spelling withoutMarks() {
        return new Spelling(words.stream().map(Spelling::withoutMarks).toList());
    }

    /** Returns a word without diacritics, with plain letters in place of letters that have no decomposition. */
    private static String withoutMarks(String word) {
        String plain =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        for (Map.Entry<String, String> letter : PLAIN_LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
