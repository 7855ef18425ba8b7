package dev.hourbridge.benchmarks.peers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window of LiveTimer's list with only the fields in the vendor's documentation. */
record LiveTimerPage(
        @JacksonXmlProperty(localName = "total", isAttribute = true)
        int total,

        @JacksonXmlProperty(localName = "end", isAttribute = true)
        int end,

        @JsonProperty("time-entry") @JacksonXmlElementWrapper(useWrapping = false)
        List<Row> rows) {

    static ObjectMapper mapper() {
        return Mappers.configured(XmlMapper.builder()).build();
    }

    record Row(
            @JsonProperty("id") long id,
            @JsonProperty("start-time") @Nullable OffsetDateTime startTime,
            @JsonProperty("end-time") @Nullable OffsetDateTime endTime,
            @JsonProperty("start-date") @Nullable LocalDate startDate,
            @JsonProperty("duration") int minutes,
            @JsonProperty("note") @Nullable String note,
            @JsonProperty("created-at") @Nullable OffsetDateTime createdAt,
            @JsonProperty("updated-at") @Nullable OffsetDateTime updatedAt,
            @JsonProperty("user") @Nullable Item user,
            @JsonProperty("project") @Nullable Item project,
            @JsonProperty("task") @Nullable Item task,
            @JsonProperty("activity") @Nullable Item activity) {

        /** Returns the elapsed time as the common model defines it; for an entry without a start, its minutes. */
        Duration duration() {
            return startTime == null || endTime == null
                    ? Duration.ofMinutes(minutes)
                    : Duration.between(startTime, endTime);
        }
    }

    record Item(
            @JsonProperty("id") long id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("active") @Nullable Boolean active,
            @JsonProperty("client") @Nullable Item client) {}
}
