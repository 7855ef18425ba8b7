package dev.hourbridge.cli.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * Finds the known key that is most similar to a misspelled one.
 *
 * <p>A suggestion is made only if one known key is much more similar than any other, because a wrong suggestion is
 * worse than none.
 */
final class NearestKey {
    private NearestKey() {}

    /** Returns the known key with the smallest distance. Ties are resolved alphabetically. */
    static String to(String unknown, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(key -> distance(lower(unknown), lower(key)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** Returns whether one key is likely to be a misspelling of the other. */
    static boolean isNear(String unknown, String known) {
        return distance(lower(unknown), lower(known)) <= Math.max(2, unknown.length() / 3);
    }

    private static String lower(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    /** Returns the number of letters to insert, delete or replace (Levenshtein distance). */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
