package dev.hourbridge.cli.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the target name that matches a source name. Names match if they differ only in case, punctuation and width;
 * names of people also if the first and last names are in another order. Names that are similar in other ways, such as
 * a name without its diacritics, with initials or with a short form, are candidates and never match. Immutable.
 *
 * <pre>{@code
 * NameMatcher people = NameMatcher.ofPeople(List.of(new NameMatcher.Named("999", "Walter Marsh")));
 * people.match("MARSH, Walter").exact();      // 999
 * people.match("W. Marsh").candidates();      // 999
 * }</pre>
 *
 * <p>Candidates are ranked by similarity, and only the best few are returned.
 */
public final class NameMatcher {
    private static final double LEAST_SIMILARITY = 0.88;
    private static final double LEAST_OF_PEOPLE = 0.8;
    private static final int MAX_CANDIDATES = 5;

    private final boolean arePeople;
    private final Map<String, List<Entry>> byFirstLetter = new TreeMap<>();
    private final Map<List<String>, List<Entry>> byWords = new HashMap<>();

    private record Entry(Named named, Spelling spelling, Spelling plain) {}

    /**
     * An object with an id and a name.
     *
     * @param id the id
     * @param name the name
     */
    public record Named(String id, String name) {}

    /**
     * The result for a name.
     *
     * @param exact the only match
     * @param candidates the choices for the user, the most similar first; empty if there is an exact match
     * @param isAmbiguous whether several names match
     */
    public record Match(Optional<Named> exact, List<Named> candidates, boolean isAmbiguous) {}

    /**
     * Indexes the target names by word and by the first letter of each word, so a search does not compare all names.
     */
    private NameMatcher(boolean arePeople, Collection<Named> names) {
        this.arePeople = arePeople;
        for (Named named : names) {
            Spelling spelling = Spelling.of(named.name());
            if (!spelling.isBlank()) {
                Entry entry = new Entry(named, spelling, spelling.withoutMarks());
                byWords.computeIfAbsent(key(spelling), key -> new ArrayList<>()).add(entry);
                firstLetters(entry.plain())
                        .forEach(letter -> byFirstLetter
                                .computeIfAbsent(letter, key -> new ArrayList<>())
                                .add(entry));
            }
        }
    }

    /** Returns a matcher for people, whose first and last names may be in either order. */
    public static NameMatcher ofPeople(Collection<Named> names) {
        return new NameMatcher(true, names);
    }

    /** Returns a matcher for projects, tasks and activities, where the order of words matters. */
    public static NameMatcher ofThings(Collection<Named> names) {
        return new NameMatcher(false, names);
    }

    /** Finds the match for a name. */
    public Match match(String name) {
        Spelling spelling = Spelling.of(name);
        List<Entry> same = spelling.isBlank()
                ? List.of()
                : byWords.getOrDefault(key(spelling), List.of()).stream()
                        .filter(entry -> isSame(entry.spelling(), spelling))
                        .toList();
        if (same.size() == 1) {
            return new Match(Optional.of(same.get(0).named()), List.of(), false);
        }
        return same.isEmpty()
                ? new Match(Optional.empty(), similar(spelling.withoutMarks()), false)
                : new Match(
                        Optional.empty(),
                        same.stream().limit(MAX_CANDIDATES).map(Entry::named).toList(),
                        true);
    }

    /** Returns whether two names are the same for this matcher. */
    boolean isSame(String one, String other) {
        Spelling spelling = Spelling.of(one);
        return !spelling.isBlank() && isSame(spelling, Spelling.of(other));
    }

    private boolean isSame(Spelling one, Spelling other) {
        return arePeople ? one.isRotationOf(other) : one.equals(other);
    }

    /** Returns the words of a person's name in alphabetical order, so all orders of a name have the same key. */
    private List<String> key(Spelling spelling) {
        return arePeople ? spelling.words().stream().sorted().toList() : spelling.words();
    }

    /** Compares only names that share the first letter of a word, which limits the number of comparisons. */
    private List<Named> similar(Spelling plain) {
        Set<Entry> near = new LinkedHashSet<>();
        firstLetters(plain).forEach(letter -> near.addAll(byFirstLetter.getOrDefault(letter, List.of())));
        double least = arePeople ? LEAST_OF_PEOPLE : LEAST_SIMILARITY;
        record Ranked(Named named, double similarity) {}
        return near.stream()
                .map(entry -> new Ranked(entry.named(), Similarity.of(plain, entry.plain(), arePeople)))
                .filter(ranked -> ranked.similarity() >= least)
                .sorted(Comparator.comparingDouble(Ranked::similarity)
                        .reversed()
                        .thenComparing(ranked -> ranked.named().id()))
                .limit(MAX_CANDIDATES)
                .map(Ranked::named)
                .toList();
    }

    private static Set<String> firstLetters(Spelling spelling) {
        Set<String> letters = new LinkedHashSet<>();
        spelling.words().forEach(word -> letters.add(word.substring(0, word.offsetByCodePoints(0, 1))));
        return letters;
    }
}
