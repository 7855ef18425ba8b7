package dev.hourbridge.migration.internal.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.internal.entry.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTimesTest {
    private static final Instant HERE = Instant.parse("2024-06-12T10:00:00Z");
    private static final Instant THERE = Instant.parse("2024-06-12T10:07:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static Attempt attempt(int start, Optional<Integer> end, Optional<Integer> target) {
        return new Attempt(
                Marker.TAG, HERE.plusSeconds(start), end.map(HERE::plusSeconds), target.map(THERE::plusSeconds));
    }

    private static Optional<TargetTimes> of(Attempt... attempts) {
        return TargetTimes.of(List.of(attempts), TIMEOUT);
    }

    private static Optional<TargetTimes> times(int first, int last) {
        return Optional.of(new TargetTimes(THERE.plusSeconds(first), THERE.plusSeconds(last)));
    }

    @Test
    void lastsAsLongAsTheAttemptDidHere() {
        assertThat(of(attempt(0, Optional.of(9), Optional.of(0)))).isEqualTo(times(0, 9));
        assertThat(of(attempt(0, Optional.of(0), Optional.of(0)))).isEqualTo(times(0, 0));
    }

    @Test
    void lastsForTheTimeoutWhereTheEndIsNotKnown() {
        assertThat(of(attempt(0, Optional.empty(), Optional.of(0)))).isEqualTo(times(0, 60));
        assertThat(of(attempt(0, Optional.of(-5), Optional.of(0))))
                .as("the clock was set back")
                .isEqualTo(times(0, 60));
    }

    @Test
    void spansAllAttemptsInAnyOrder() {
        Attempt early = attempt(0, Optional.of(100), Optional.of(0));
        Attempt late = attempt(40, Optional.of(50), Optional.of(40));

        assertThat(of(early, late)).isEqualTo(times(0, 100));
        assertThat(of(late, early)).isEqualTo(times(0, 100));
        assertThat(of(attempt(0, Optional.of(9), Optional.of(0)), late)).isEqualTo(times(0, 50));
    }

    @Test
    void isNotKnownIfOneAttemptIsNot() {
        Attempt known = attempt(0, Optional.of(9), Optional.of(0));
        Attempt unknown = attempt(0, Optional.of(9), Optional.empty());

        assertThat(of()).isEmpty();
        assertThat(of(unknown, known)).isEmpty();
        assertThat(of(known, unknown)).isEmpty();
    }
}
