package dev.hourbridge.cli.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Measures how similar two names are, from 0 to 1. The result is used only to rank candidates.
 *
 * <p>The measure is Jaro-Winkler similarity, which counts common letters and favors a common beginning, as in names.
 */
final class Similarity {
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final double INITIALS = 0.95;
    private static final double NICKNAME = 0.93;
    private static final double PART = 0.9;
    private static final double SHARED_NAME = 0.8;
    private static final int LEAST_WORD = 3;

    private Similarity() {}

    /** Compares two spellings without diacritics. */
    static double of(Spelling a, Spelling b, boolean arePeople) {
        double similarity = JARO_WINKLER.apply(a.toString(), b.toString());
        if (isPart(a, b) || isPart(b, a)) {
            similarity = Math.max(similarity, PART);
        }
        if (arePeople) {
            similarity = Math.max(similarity, JARO_WINKLER.apply(sorted(a), sorted(b)));
            similarity = Math.max(similarity, ofWords(a.words(), b.words()));
        }
        return similarity;
    }

    private static String sorted(Spelling spelling) {
        return spelling.words().stream().sorted().collect(Collectors.joining(" "));
    }

    /** Returns whether all words of one name occur in the other. */
    private static boolean isPart(Spelling part, Spelling whole) {
        return new HashSet<>(whole.words()).containsAll(part.words())
                && part.words().stream().anyMatch(word -> word.length() >= LEAST_WORD);
    }

    /** Compares names that share a word. Their other words may be initials or short forms of each other. */
    private static double ofWords(List<String> a, List<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(b);
        shared.removeIf(word -> word.length() < LEAST_WORD);
        if (shared.isEmpty()) {
            return 0;
        }
        List<String> restOfA = a.stream().filter(word -> !shared.contains(word)).toList();
        List<String> restOfB = b.stream().filter(word -> !shared.contains(word)).toList();
        if (restOfA.stream().anyMatch(one -> restOfB.stream().anyMatch(other -> isInitial(one, other)))) {
            return INITIALS;
        }
        return restOfA.stream().anyMatch(one -> restOfB.stream().anyMatch(other -> Nicknames.areSame(one, other)))
                ? NICKNAME
                : SHARED_NAME;
    }

    private static boolean isInitial(String a, String b) {
        return (a.length() == 1 && b.startsWith(a)) || (b.length() == 1 && a.startsWith(b));
    }
}
