package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The request body of an entry. All values are strings, as in the vendor's samples. Null values are not sent.
 *
 * <p>Example: {@code {"time-entry": {"description": "Call", "date": "20240305", "time": "09:30", "hours": "1",
 * "minutes": "15"}}}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryBody(
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("person-id") @Nullable String personId,
        @JsonProperty("date") @Nullable String date,
        @JsonProperty("time") @Nullable String time,
        @JsonProperty("hours") @Nullable String hours,
        @JsonProperty("minutes") @Nullable String minutes,
        @JsonProperty("isbillable") @Nullable String billable,
        @JsonProperty("tags") @Nullable String tags,
        @JsonProperty("project-id") @Nullable String projectId) {

    private record Envelope(@JsonProperty("time-entry") EntryBody entry) {}

    /** Returns the body of a create, with a time only if the caller set one. */
    static EntryBody of(NewTeamworkEntry entry) {
        return new EntryBody(
                entry.description(),
                number(entry.personId()),
                WireText.date(entry.date()),
                entry.time().map(WireText::time).orElse(null),
                Long.toString(entry.hours()),
                Long.toString(entry.minutes()),
                flag(entry.billable()),
                entry.tags().isEmpty() ? null : WireText.tags(entry.tags()),
                null);
    }

    /** Returns the body of an update with the fields that it changes. A cleared text is sent as an empty string. */
    static EntryBody of(TeamworkEntryUpdate update) {
        Change<List<String>> tags = update.tags();
        return new EntryBody(
                update.description().isClear()
                        ? ""
                        : update.description().value().orElse(null),
                number(update.personId()),
                update.date().map(WireText::date).orElse(null),
                update.time().map(WireText::time).orElse(null),
                number(update.hours()),
                number(update.minutes()),
                flag(update.billable()),
                tags.isClear() ? "" : tags.value().map(WireText::tags).orElse(null),
                number(update.projectId()));
    }

    /** Returns the request with this body. */
    ApiRequest on(ApiRequest request) {
        return request.body(Json.CONTENT_TYPE, Json.write(new Envelope(this)));
    }

    private static @Nullable String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : null;
    }

    private static @Nullable String flag(Optional<Boolean> value) {
        return value.map(yes -> yes ? "1" : "0").orElse(null);
    }
}
