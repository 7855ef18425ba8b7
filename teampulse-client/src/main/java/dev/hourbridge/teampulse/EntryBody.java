package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.wire.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The request body of an entry, without the fields that the service sets. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"date", "hours", "type", "userId", "taskId", "note"})
record EntryBody(
        @JsonProperty @Nullable String date,
        @JsonProperty @Nullable BigDecimal hours,
        @JsonProperty @Nullable String type,
        @JsonProperty @Nullable Long userId,
        @JsonProperty @Nullable Long taskId,
        @JsonProperty @Nullable String note) {

    /** Returns the body of a create. */
    static EntryBody of(NewTeamPulseEntry entry) {
        return new EntryBody(
                entry.date().toString(),
                entry.hours(),
                entry.type(),
                Ids.check("userId", entry.userId()),
                Ids.check("taskId", entry.taskId()),
                entry.note().orElse(null));
    }

    /** Returns the body of an update. An empty string clears the note, because null might mean "no change". */
    static EntryBody of(TeamPulseEntryUpdate update) {
        return new EntryBody(
                update.date().map(Object::toString).orElse(null),
                update.hours().orElse(null),
                update.type().orElse(null),
                null,
                null,
                update.note().isClear() ? "" : update.note().value().orElse(null));
    }

    ApiRequest on(ApiRequest request) {
        return request.body(Json.CONTENT_TYPE, Json.write(this));
    }
}
