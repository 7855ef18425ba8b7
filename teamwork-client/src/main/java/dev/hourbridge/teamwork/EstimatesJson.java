package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The totals of estimates in a response, each a number in quotes. */
final class EstimatesJson extends WireType {
    @JsonProperty("total-mins-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalMinutes;

    @JsonProperty("total-hours-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalHours;

    @JsonProperty("active-mins-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal activeMinutes;

    @JsonProperty("active-hours-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal activeHours;

    @JsonProperty("completed-mins-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal completedMinutes;

    @JsonProperty("completed-hours-estimated")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal completedHours;

    /**
     * Returns the totals.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if one of them is missing
     */
    TimeEstimates toValue(ApiResponse response) {
        return TimeEstimates.builder()
                .totalMinutes(Sums.minutes("total-mins-estimated", totalMinutes, response))
                .totalHours(Sums.hours("total-hours-estimated", totalHours, response))
                .activeMinutes(Sums.minutes("active-mins-estimated", activeMinutes, response))
                .activeHours(Sums.hours("active-hours-estimated", activeHours, response))
                .completedMinutes(Sums.minutes("completed-mins-estimated", completedMinutes, response))
                .completedHours(Sums.hours("completed-hours-estimated", completedHours, response))
                .unknownFields(unknownFields())
                .build();
    }
}
