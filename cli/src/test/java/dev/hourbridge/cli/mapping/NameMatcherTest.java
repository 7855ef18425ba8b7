package dev.hourbridge.cli.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.cli.mapping.NameMatcher.Match;
import dev.hourbridge.cli.mapping.NameMatcher.Named;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class NameMatcherTest {
    private static final int PAIRS = 200;

    /** The pairs are invented; no real people are among them. */
    @ParameterizedTest(name = "{1} and {2}: {3}")
    @CsvFileSource(resources = "name-pairs.csv", numLinesToSkip = 2, ignoreLeadingAndTrailingWhitespace = false)
    void findsTheSameNameOrACandidateOrNothing(
            String kind, String source, String target, String expected, String because) {
        Match match = matcher(kind, new Named("1", target)).match(source);

        String found = match.exact().isPresent() ? "same" : match.candidates().isEmpty() ? "different" : "candidate";
        assertThat(found).as(because).isEqualTo(expected);
        Match opposite = matcher(kind, new Named("1", source)).match(target);
        assertThat(opposite.exact().isPresent()).as("either way").isEqualTo(expected.equals("same"));
    }

    @Test
    void theFixtureHasEnoughPairs() throws Exception {
        try (var lines = NameMatcherTest.class.getResourceAsStream("name-pairs.csv")) {
            assertThat(new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                    .hasSizeGreaterThan(PAIRS + 2);
        }
    }

    @Test
    void severalEqualNamesAreCandidatesAndNoValue() {
        Match match = NameMatcher.ofPeople(List.of(
                        new Named("7", "Walter Marsh"), new Named("8", "WALTER MARSH"), new Named("9", "Olive Tanner")))
                .match("Walter Marsh");

        assertThat(match.exact()).isEmpty();
        assertThat(match.isAmbiguous()).isTrue();
        assertThat(match.candidates()).extracting(Named::id).containsExactly("7", "8");
    }

    /** Where one service writes the family name first, Taylor James may be James Taylor. */
    @Test
    void bothOrdersOfANameAreAmbiguousForPeople() {
        List<Named> targets = List.of(new Named("7", "James Taylor"), new Named("8", "Taylor James"));

        assertThat(NameMatcher.ofPeople(targets).match("Taylor James").isAmbiguous())
                .isTrue();
        assertThat(NameMatcher.ofThings(targets).match("Taylor James").exact()).contains(targets.get(1));
    }

    @Test
    void theMostSimilarCandidatesComeFirstAndAreFew() {
        List<Named> targets = IntStream.range(0, 40)
                .mapToObj(each -> new Named("" + each, "Given" + each + " Marsh"))
                .toList();
        Match match = NameMatcher.ofPeople(targets).match("Given17 Marshe");

        assertThat(match.exact()).isEmpty();
        assertThat(match.candidates()).hasSize(5).first().isEqualTo(targets.get(17));
    }

    private static NameMatcher matcher(String kind, Named named) {
        return kind.equals("person") ? NameMatcher.ofPeople(List.of(named)) : NameMatcher.ofThings(List.of(named));
    }
}
