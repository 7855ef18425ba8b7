package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The totals of time entries in a response, each a number in quotes. */
final class TotalsJson extends WireType {
    @JsonProperty("total-mins-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalMinutes;

    @JsonProperty("total-hours-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalHours;

    @JsonProperty("billable-mins-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal billableMinutes;

    @JsonProperty("billable-hours-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal billableHours;

    @JsonProperty("non-billable-mins-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal nonBillableMinutes;

    @JsonProperty("non-billable-hours-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal nonBillableHours;

    @JsonProperty("billed-mins-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal billedMinutes;

    @JsonProperty("billed-hours-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal billedHours;

    @JsonProperty("non-billed-mins-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal nonBilledMinutes;

    @JsonProperty("non-billed-hours-sum")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal nonBilledHours;

    TimeTotals toValue(ApiResponse response) {
        return TimeTotals.builder()
                .totalMinutes(Sums.minutes("total-mins-sum", totalMinutes, response))
                .totalHours(Sums.hours("total-hours-sum", totalHours, response))
                .billableMinutes(Sums.minutes("billable-mins-sum", billableMinutes, response))
                .billableHours(Sums.hours("billable-hours-sum", billableHours, response))
                .nonBillableMinutes(Sums.minutes("non-billable-mins-sum", nonBillableMinutes, response))
                .nonBillableHours(Sums.hours("non-billable-hours-sum", nonBillableHours, response))
                .billedMinutes(Sums.minutes("billed-mins-sum", billedMinutes, response))
                .billedHours(Sums.hours("billed-hours-sum", billedHours, response))
                .nonBilledMinutes(Sums.minutes("non-billed-mins-sum", nonBilledMinutes, response))
                .nonBilledHours(Sums.hours("non-billed-hours-sum", nonBilledHours, response))
                .unknownFields(unknownFields())
                .build();
    }
}
