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
 * Finds the name of a target for a name of a source. Names are the same if they differ in case, punctuation and width
 * only; the names of people also if first and last name are in another order. Whatever else is similar, such as a name
 * without its diacritics, with initials or with a short form, is a candidate and never a match. Immutable.
 *
 * <pre>{@code
 * NameMatcher people = NameMatcher.ofPeople(List.of(new NameMatcher.Named("999", "Walter Marsh")));
 * people.match("MARSH, Walter").exact();      // 999
 * people.match("W. Marsh").candidates();      // 999
 * }</pre>
 *
 * <p>Candidates are ranked by how similar they are, and only the best few are returned.
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
     * Something with an id and a name.
     *
     * @param id the id
     * @param name the name
     */
    public record Named(String id, String name) {}

    /**
     * What was found for a name.
     *
     * @param exact the only one whose name is the same
     * @param candidates those that the user can choose from, the most similar first; none if there is an exact one
     * @param isAmbiguous whether several names are the same
     */
    public record Match(Optional<Named> exact, List<Named> candidates, boolean isAmbiguous) {}

    /**
     * Indexes the names of the target by their words and by the first letters of these, so that a search does not
     * compare with all of them.
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

    /** Returns a matcher for projects, tasks and activities, where the order of words counts. */
    public static NameMatcher ofThings(Collection<Named> names) {
        return new NameMatcher(false, names);
    }

    /** Finds a name. */
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

    /** Returns whether two names are the same to this matcher. */
    boolean isSame(String one, String other) {
        Spelling spelling = Spelling.of(one);
        return !spelling.isBlank() && isSame(spelling, Spelling.of(other));
    }

    private boolean isSame(Spelling one, Spelling other) {
        return arePeople ? one.isRotationOf(other) : one.equals(other);
    }

    /** Returns the words of people in alphabetical order, which all orders of a name share. */
    private List<String> key(Spelling spelling) {
        return arePeople ? spelling.words().stream().sorted().toList() : spelling.words();
    }

    /** Only names that share the first letter of a word are compared: the number of pairs stays small. */
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
