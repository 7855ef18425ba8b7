package dev.hourbridge.migration.internal.create;

import dev.hourbridge.migration.internal.entry.PersonPlace;
import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.sqlite.CanaryQueries.Candidate;
import dev.hourbridge.migration.internal.sqlite.CanaryQueries.Confirmed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Limits the number of canaries that may be on the target before they are read back. For each person, place and
 * feature, and in total, the limit is one more than the number of canaries that were read back unchanged. The number
 * therefore doubles from round to round. If a target stores every entry incorrectly, or every entry with a person,
 * place or feature, only one row is stored incorrectly before the error is detected.
 */
public final class CanaryLimits {
    private final Map<Trait, Integer> seen = new HashMap<>();
    private int longestNote = -1;

    private enum Kind {
        ANY,
        PERSON,
        PLACE,
        FEATURE,
        LONGER_NOTE
    }

    /** A property that several canaries have in common. */
    private record Trait(Kind kind, String value) {}

    /** Creates limits with the canaries that were seen before. */
    public CanaryLimits(Collection<Confirmed> confirmed) {
        confirmed.forEach(each -> see(each.place(), each.features(), each.noteLength(), each.count()));
    }

    /** Records that a canary was read back unchanged. */
    public void see(Candidate canary) {
        see(canary.place(), canary.features(), canary.noteLength(), 1);
    }

    private void see(PersonPlace place, Set<CanaryFeature> features, int noteLength, int count) {
        traits(place, features).forEach(trait -> seen.merge(trait, count, Integer::sum));
        longestNote = Math.max(longestNote, noteLength);
    }

    /**
     * Returns the candidates that may be sent now, those with the longest notes first.
     *
     * @param inDoubt the canaries that may be on the target but have not been seen
     */
    public List<Candidate> choose(Collection<Candidate> candidates, Collection<Candidate> inDoubt) {
        Map<Trait, Integer> unseen = new HashMap<>();
        inDoubt.forEach(each -> count(each, unseen));
        List<Candidate> chosen = new ArrayList<>();
        candidates.stream()
                .sorted((a, b) -> Integer.compare(b.noteLength(), a.noteLength()))
                .filter(each -> mayBeSent(each, unseen))
                .forEach(each -> {
                    count(each, unseen);
                    chosen.add(each);
                });
        return chosen;
    }

    private boolean mayBeSent(Candidate candidate, Map<Trait, Integer> unseen) {
        return traits(candidate).stream()
                .allMatch(trait -> unseen.getOrDefault(trait, 0) <= seen.getOrDefault(trait, 0));
    }

    private void count(Candidate canary, Map<Trait, Integer> unseen) {
        traits(canary).forEach(trait -> unseen.merge(trait, 1, Integer::sum));
    }

    /** Returns the traits that a canary would show for the first time. */
    private Set<Trait> traits(Candidate canary) {
        Set<Trait> traits = traits(canary.place(), canary.features());
        if (canary.noteLength() > longestNote) {
            traits.add(new Trait(Kind.LONGER_NOTE, ""));
        }
        return traits;
    }

    /** Returns the traits of a person, a place and features. */
    private static Set<Trait> traits(PersonPlace place, Set<CanaryFeature> features) {
        Set<Trait> traits = new HashSet<>();
        traits.add(new Trait(Kind.ANY, ""));
        traits.add(new Trait(Kind.PERSON, place.person()));
        traits.add(new Trait(Kind.PLACE, place.group()));
        features.forEach(feature -> traits.add(new Trait(Kind.FEATURE, feature.name())));
        return traits;
    }
}
