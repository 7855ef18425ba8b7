package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project, task list or task, with its totals if the response contains them. */
class SummedJson extends NamedJson {
    @JsonProperty("time-estimates")
    @Nullable
    EstimatesJson estimates;

    @JsonProperty("time-totals")
    @Nullable
    TotalsJson totals;

    /** Returns the totals of estimates; empty if the response has none, as in a total of all projects. */
    final Optional<TimeEstimates> estimates(ApiResponse response) {
        return Optional.ofNullable(estimates).map(value -> value.toValue(response));
    }

    /**
     * Returns the totals of entries.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the response has none
     */
    final TimeTotals totals(ApiResponse response) {
        if (totals == null) {
            throw response.malformed("has no time-totals");
        }
        return totals.toValue(response);
    }
}
