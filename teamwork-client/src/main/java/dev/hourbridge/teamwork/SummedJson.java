package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project, task list or task, with its sums if they are for it. */
class SummedJson extends NamedJson {
    @JsonProperty("time-estimates")
    @Nullable
    EstimatesJson estimates;

    @JsonProperty("time-totals")
    @Nullable
    TotalsJson totals;

    final Optional<TimeEstimates> estimates(Answer answer) {
        return Optional.ofNullable(estimates).map(value -> value.toValue(answer));
    }

    final TimeTotals totals(Answer answer) {
        if (totals == null) {
            throw answer.malformed("has no time-totals");
        }
        return totals.toValue(answer);
    }
}
