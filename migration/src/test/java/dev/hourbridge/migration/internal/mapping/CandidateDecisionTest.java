package dev.hourbridge.migration.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.internal.mapping.CandidateRule.Reason;
import dev.hourbridge.model.Billable;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.Capabilities.Placement;
import dev.hourbridge.model.EntryField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each grade of {@link CandidateRule}, field by field. */
class CandidateDecisionTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);
    private static final String NOTE = "Phone call";
    private static final EntryIdentity SENT = row("1", "p", DAY, 3600, NOTE);
    private static final CandidateRule RULE =
            new CandidateRule(target(EntryField.PERSON, EntryField.NOTE), Set.of("9"));

    private static Capabilities target(EntryField... readable) {
        return Capabilities.builder()
                .readable(Set.of(readable))
                .placement(Placement.PROJECT_WITH_TASK)
                .build();
    }

    private static EntryIdentity row(String person, String project, LocalDate day, long seconds, String note) {
        return new EntryIdentity(
                person, project, null, day, null, seconds, note, null, Billable.UNSPECIFIED, List.of());
    }

    private static boolean onAnOpenDay(EntryIdentity row) {
        return RULE.isCandidate(SENT, DAY, Reason.IN_DOUBT, row);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void anyRowNearADayThatIsOverMayBeAnEntryInDoubt(int days) {
        EntryIdentity other = row("2", "q", DAY.plusDays(days), 60, "Other");

        assertThat(RULE.isCandidate(SENT, DAY.plusDays(3), Reason.IN_DOUBT, other))
                .isTrue();
        assertThat(RULE.isCandidate(SENT, DAY.plusDays(2), Reason.IN_DOUBT, other))
                .isFalse();
        assertThat(RULE.isCandidate(SENT, DAY.plusDays(3), Reason.SENT_AGAIN, other))
                .isFalse();
    }

    /** Person, project and seconds; two of the three must agree. */
    @ParameterizedTest
    @CsvSource({
        "1, p, 3600, true",
        "1, p, 60, true",
        "1, q, 3600, true",
        "2, p, 3600, true",
        "1, q, 60, false",
        "2, p, 60, false",
        "2, q, 3600, false",
        "2, q, 60, false",
        "9, q, 60, true"
    })
    void aRowOnAnOpenDayMayBeItIfTwoFieldsAgreeOrAnOwnerHasIt(
            String person, String project, long seconds, boolean expected) {
        assertThat(onAnOpenDay(row(person, project, DAY, seconds, "Other"))).isEqualTo(expected);
    }

    @Test
    void aRowWithTheSameTextMayBeItWhateverItsTrailer() {
        assertThat(onAnOpenDay(row("2", "q", DAY, 60, NOTE))).isTrue();
        String marked = new Trailer(Map.of(Trailer.ID, "7")).appendedTo(NOTE);
        assertThat(onAnOpenDay(row("2", "q", DAY, 60, marked))).isTrue();
        EntryIdentity unnoted = row("1", "p", DAY, 3600, "");
        assertThat(RULE.isCandidate(unnoted, DAY, Reason.IN_DOUBT, row("2", "q", DAY, 60, "")))
                .isTrue();
    }

    /** Two days away or more: a service may have moved the row. */
    @ParameterizedTest
    @ValueSource(ints = {-30, -2, 2, 30})
    void aRowElsewhereMayBeItIfItsTextOrAllOtherFieldsAgree(int days) {
        LocalDate far = DAY.plusDays(days);
        for (int attempted : new int[] {0, 100}) {
            LocalDate then = DAY.plusDays(attempted);
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("2", "q", far, 60, NOTE)))
                    .isTrue();
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("1", "p", far, 3600, "Other")))
                    .isTrue();
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("9", "p", far, 3600, "Other")))
                    .isTrue();
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("2", "p", far, 3600, "Other")))
                    .isFalse();
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("1", "q", far, 3600, "Other")))
                    .isFalse();
            assertThat(RULE.isCandidate(SENT, then, Reason.IN_DOUBT, row("1", "p", far, 60, "Other")))
                    .isFalse();
        }
    }

    @Test
    void aRowElsewhereWithoutATextIsNotItBecauseBothHaveNone() {
        EntryIdentity unnoted = row("1", "p", DAY, 3600, "");
        assertThat(RULE.isCandidate(unnoted, DAY, Reason.IN_DOUBT, row("2", "q", DAY.plusDays(5), 60, "")))
                .isFalse();
    }

    @Test
    void whatTheTargetDoesNotListDecidesNothing() {
        CandidateRule withoutNote = new CandidateRule(target(EntryField.PERSON), Set.of());
        assertThat(withoutNote.isCandidate(SENT, DAY, Reason.IN_DOUBT, row("2", "q", DAY, 60, NOTE)))
                .isFalse();
        CandidateRule withoutPerson = new CandidateRule(target(EntryField.NOTE), Set.of());
        assertThat(withoutPerson.isCandidate(SENT, DAY, Reason.IN_DOUBT, row("", "p", DAY, 60, "Other")))
                .isTrue();
        assertThat(withoutPerson.isCandidate(SENT, DAY, Reason.IN_DOUBT, row("", "q", DAY, 60, "Other")))
                .isFalse();
    }
}
