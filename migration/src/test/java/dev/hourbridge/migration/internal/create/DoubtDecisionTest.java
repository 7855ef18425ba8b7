package dev.hourbridge.migration.internal.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.internal.entry.PlannedContent;
import dev.hourbridge.migration.internal.entry.PlannedEntry;
import dev.hourbridge.migration.internal.entry.SourceFields;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoubtDecisionTest {
    private static PlannedEntry doubt(boolean isAccepted, int attempts, int failures, long successMark) {
        NewTimeEntry create = NewTimeEntry.of(WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofHours(1)))
                .build();
        PlannedContent content = new PlannedContent(
                new SourceFields("1", "", Duration.ofHours(1), Optional.empty()),
                "1",
                "",
                create,
                "",
                null,
                Map.of(),
                false,
                Set.of(),
                "f",
                "f",
                "l");
        return new PlannedEntry(
                1,
                content,
                EntryState.IN_DOUBT,
                new PlannedEntry.Progress(
                        attempts,
                        1,
                        isAccepted,
                        true,
                        attempts,
                        true,
                        0,
                        true,
                        false,
                        failures,
                        successMark,
                        null,
                        false,
                        null,
                        null,
                        null),
                new PlannedEntry.Seen(Optional.empty(), List.of(), false, null, null, null));
    }

    private static DoubtDecision of(PlannedEntry doubt, boolean isComplete, boolean hasCandidate, long done) {
        return DoubtDecision.of(doubt, isComplete, hasCandidate, done, true);
    }

    @Test
    void theFirstThatAppliesCounts() {
        assertThat(of(doubt(true, 3, 3, 0), false, true, 5)).isEqualTo(DoubtDecision.ACCEPTED);
        assertThat(of(doubt(false, 3, 3, 0), false, true, 5)).isEqualTo(DoubtDecision.LIST_INCOMPLETE);
        assertThat(of(doubt(false, 3, 3, 0), true, true, 5)).isEqualTo(DoubtDecision.CANDIDATE);
        assertThat(of(doubt(false, 3, 3, 0), true, false, 5)).isEqualTo(DoubtDecision.REJECTED_EACH_TIME);
        assertThat(of(doubt(false, 3, 3, 5), true, false, 5)).isEqualTo(DoubtDecision.REJECTED_ON_EACH_ATTEMPT);
        assertThat(of(doubt(false, 3, 0, 0), true, false, 5)).isEqualTo(DoubtDecision.NO_MORE_ATTEMPTS);
        assertThat(of(doubt(false, 2, 0, 0), true, false, 5)).isEqualTo(DoubtDecision.SEND_AGAIN);
    }

    @Test
    void failuresCountFromTheSecondAndOnlyIfTheTargetTookOthersSince() {
        assertThat(of(doubt(false, 1, 1, 4), true, false, 5)).isEqualTo(DoubtDecision.SEND_AGAIN);
        assertThat(of(doubt(false, 2, 2, 4), true, false, 5)).isEqualTo(DoubtDecision.REJECTED_EACH_TIME);
        assertThat(of(doubt(false, 2, 2, 5), true, false, 5)).isEqualTo(DoubtDecision.SEND_AGAIN);
        assertThat(of(doubt(false, 4, 4, 5), true, false, 5)).isEqualTo(DoubtDecision.REJECTED_ON_EACH_ATTEMPT);
        assertThat(of(doubt(false, 4, 2, 5), true, false, 5)).isEqualTo(DoubtDecision.NO_MORE_ATTEMPTS);
    }

    @Test
    void anAbsentEntryIsSentAgainOnlyIfItMayBe() {
        assertThat(DoubtDecision.of(doubt(false, 1, 0, 0), true, false, 0, true))
                .isEqualTo(DoubtDecision.SEND_AGAIN);
        assertThat(DoubtDecision.of(doubt(false, 1, 0, 0), true, false, 0, false))
                .isEqualTo(DoubtDecision.ABSENT);
    }

    @Test
    void theReasonNamesTheRows() {
        assertThat(DoubtDecision.NO_MORE_ATTEMPTS.reason(List.of())).isEqualTo("no response to 3 attempts");
        assertThat(DoubtDecision.CANDIDATE.reason(List.of("7", "8")))
                .startsWith("the target has a row that may be this entry")
                .endsWith(": 7, 8");
    }
}
