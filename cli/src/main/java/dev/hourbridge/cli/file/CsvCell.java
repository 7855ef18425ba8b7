package dev.hourbridge.cli.file;

/**
 * Writes a value as a CSV cell. Terminals do not interpret it, and spreadsheets treat no part of it as a formula, even
 * if they split lines at characters other than commas.
 *
 * <p>A character that would start a formula is preceded by an apostrophe, which spreadsheets hide. {@link #isExact}
 * returns whether other programs read the value unchanged.
 */
public final class CsvCell {
    /** The characters that start a formula, including full-width, small, superscript and subscript forms. */
    private static final String FORMULA =
            "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207C\u207A\u207B\u208C\u208A\u208B";

    private static final String SEPARATORS = ";\t\n\u2028\u2029";

    /** Invisible characters that count as letters or symbols. */
    private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";

    private static final char REPLACEMENT = '\uFFFD';

    private CsvCell() {}

    /** Returns the text of the cell, in quotation marks if required. */
    public static String of(String value) {
        String text = guarded(plain(value));
        return text.chars().anyMatch(each -> ",;\"\t\n".indexOf(each) >= 0)
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** Returns whether a spreadsheet that opens and saves the cell retains the value unchanged. */
    public static boolean isExact(String value) {
        return guarded(plain(value)).equals(value);
    }

    /** Returns the text with line feeds as line ends, and a replacement character for other control characters. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        value.replace("\r\n", "\n").replace('\r', '\n').chars().forEach(each -> {
            boolean isObeyed = Character.isISOControl(each) && each != '\n' && each != '\t';
            plain.append(isObeyed ? REPLACEMENT : (char) each);
        });
        return plain.toString();
    }

    /**
     * Inserts an apostrophe before each character that would start a formula, and before a blank line or tab at the
     * beginning.
     */
    private static String guarded(String text) {
        StringBuilder guarded = new StringBuilder(text.length() + 1);
        if (text.startsWith("\t") || text.startsWith("\n")) {
            guarded.append('\'');
        }
        boolean atBeginning = true;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (atBeginning && FORMULA.indexOf(each) >= 0) {
                guarded.append('\'');
            }
            guarded.append(each);
            atBeginning = SEPARATORS.indexOf(each) >= 0 || (atBeginning && isSkipped(each));
        }
        return guarded.toString();
    }

    /** Returns whether a formula may follow this character: blanks, characters without width, quotation marks. */
    private static boolean isSkipped(char each) {
        return switch (Character.getType(each)) {
            case Character.SPACE_SEPARATOR, Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                true;
            default -> each == '"' || each == REPLACEMENT || BLANKS.indexOf(each) >= 0;
        };
    }
}
