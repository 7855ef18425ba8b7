package dev.hourbridge.migration;

import dev.hourbridge.migration.internal.mapping.CanaryFeature;
import dev.hourbridge.migration.internal.sqlite.CanaryQueries.Candidate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the next canary of a person and place. */
final class CanarySelection {
    private CanarySelection() {}

    /**
     * Returns the entry that shows most of what no canary has shown; else the one with the longest note, if it is
     * longer than that of any canary. An entry that was not sent before goes first.
     */
    static Optional<Candidate> next(List<Candidate> confirmed, List<Candidate> open) {
        Set<CanaryFeature> unseen = EnumSet.allOf(CanaryFeature.class);
        confirmed.forEach(each -> unseen.removeAll(each.features()));
        int longest = confirmed.stream().mapToInt(Candidate::noteLength).max().orElse(-1);
        Optional<Candidate> newFeatures = open.stream()
                .filter(each -> countIn(unseen, each) > 0)
                .max(Comparator.comparing(Candidate::wasTried, Comparator.reverseOrder())
                        .thenComparingLong(each -> countIn(unseen, each))
                        .thenComparingInt(Candidate::noteLength)
                        .thenComparing(Candidate::seq, Comparator.reverseOrder()));
        return newFeatures.or(() -> open.stream()
                .filter(each -> each.noteLength() > longest)
                .max(Comparator.comparingInt(Candidate::noteLength)));
    }

    private static long countIn(Set<CanaryFeature> unseen, Candidate candidate) {
        return candidate.features().stream().filter(unseen::contains).count();
    }
}
