package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The sums of time entries of a response, each a number in quotes. */
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

    TimeTotals toValue(ApiResponse answer) {
        return TimeTotals.builder()
                .totalMinutes(Sums.minutes("total-mins-sum", totalMinutes, answer))
                .totalHours(Sums.hours("total-hours-sum", totalHours, answer))
                .billableMinutes(Sums.minutes("billable-mins-sum", billableMinutes, answer))
                .billableHours(Sums.hours("billable-hours-sum", billableHours, answer))
                .nonBillableMinutes(Sums.minutes("non-billable-mins-sum", nonBillableMinutes, answer))
                .nonBillableHours(Sums.hours("non-billable-hours-sum", nonBillableHours, answer))
                .billedMinutes(Sums.minutes("billed-mins-sum", billedMinutes, answer))
                .billedHours(Sums.hours("billed-hours-sum", billedHours, answer))
                .nonBilledMinutes(Sums.minutes("non-billed-mins-sum", nonBilledMinutes, answer))
                .nonBilledHours(Sums.hours("non-billed-hours-sum", nonBilledHours, answer))
                .unknownFields(unknownFields())
                .build();
    }
}
