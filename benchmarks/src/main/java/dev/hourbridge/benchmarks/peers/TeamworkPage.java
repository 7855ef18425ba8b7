package dev.hourbridge.benchmarks.peers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of Teamwork's list with only the fields in the vendor's documentation. */
record TeamworkPage(
        @JsonProperty("time-entries") List<Row> rows,
        @JsonProperty("STATUS") String status) {

    static ObjectMapper mapper() {
        return Mappers.configured(JsonMapper.builder()).build();
    }

    record Row(
            @JsonProperty("id") long id,
            @JsonProperty("project-id") @Nullable Long projectId,
            @JsonProperty("project-name") @Nullable String projectName,
            @JsonProperty("project-status") @Nullable String projectStatus,
            @JsonProperty("company-id") @Nullable Long companyId,
            @JsonProperty("company-name") @Nullable String companyName,
            @JsonProperty("person-id") @Nullable Long personId,
            @JsonProperty("person-first-name") @Nullable String personFirstName,
            @JsonProperty("person-last-name") @Nullable String personLastName,
            @JsonProperty("todo-list-id") @Nullable Long todoListId,
            @JsonProperty("todo-list-name") @Nullable String todoListName,
            @JsonProperty("todo-item-id") @Nullable Long todoItemId,
            @JsonProperty("todo-item-name") @Nullable String todoItemName,
            @JsonProperty("description") @Nullable String description,
            @JsonProperty("date") Instant date,
            @JsonProperty("has-start-time") @Nullable String hasStartTime,
            @JsonProperty("hours") int hours,
            @JsonProperty("minutes") int minutes,
            @JsonProperty("isbillable") @Nullable String billable,
            @JsonProperty("invoiceNo") @Nullable String invoiceNo,
            @JsonProperty("tags") List<Tag> tags) {

        Duration duration() {
            return Duration.ofMinutes(hours * 60L + minutes);
        }
    }

    record Tag(
            @JsonProperty("id") @Nullable Long id,
            @JsonProperty("name") String name,
            @JsonProperty("color") @Nullable String color) {}
}
