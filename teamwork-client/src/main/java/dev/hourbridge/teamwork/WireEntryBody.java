package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.model.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is sent of an entry: texts throughout, as in the vendor's samples; what is null is not sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
final class WireEntryBody {
    @JsonProperty("description")
    private @Nullable String description;

    @JsonProperty("person-id")
    private @Nullable String personId;

    @JsonProperty("date")
    private @Nullable String date;

    @JsonProperty("time")
    private @Nullable String time;

    @JsonProperty("hours")
    private @Nullable String hours;

    @JsonProperty("minutes")
    private @Nullable String minutes;

    @JsonProperty("isbillable")
    private @Nullable String billable;

    @JsonProperty("tags")
    private @Nullable String tags;

    @JsonProperty("project-id")
    private @Nullable String projectId;

    private WireEntryBody() {}

    private record Envelope(@JsonProperty("time-entry") WireEntryBody entry) {}

    static WireEntryBody of(NewTeamworkEntry entry) {
        WireEntryBody body = new WireEntryBody();
        body.description = entry.description();
        if (entry.personId().isPresent()) {
            body.personId = Long.toString(entry.personId().getAsLong());
        }
        body.date = WireText.date(entry.date());
        body.time = WireText.time(entry.time());
        body.hours = Long.toString(entry.hours());
        body.minutes = Long.toString(entry.minutes());
        body.billable = flag(entry.billable());
        if (!entry.tags().isEmpty()) {
            body.tags = WireText.tags(entry.tags());
        }
        return body;
    }

    static WireEntryBody of(TeamworkEntryUpdate update) {
        WireEntryBody body = new WireEntryBody();
        body.description = textOrEmpty(update.description());
        if (update.personId().isPresent()) {
            body.personId = Long.toString(update.personId().getAsLong());
        }
        body.date = update.date().map(WireText::date).orElse(null);
        body.time = update.time().map(WireText::time).orElse(null);
        if (update.hours().isPresent()) {
            body.hours = Long.toString(update.hours().getAsLong());
        }
        if (update.minutes().isPresent()) {
            body.minutes = Long.toString(update.minutes().getAsLong());
        }
        body.billable = flag(update.billable());
        body.tags = tagsOrEmpty(update.tags());
        if (update.projectId().isPresent()) {
            body.projectId = Long.toString(update.projectId().getAsLong());
        }
        return body;
    }

    ApiRequest on(ApiRequest request) {
        return request.body(Json.CONTENT_TYPE, Json.write(new Envelope(this)));
    }

    private static @Nullable String flag(Optional<Boolean> value) {
        return value.map(yes -> yes ? "1" : "0").orElse(null);
    }

    private static @Nullable String textOrEmpty(Change<String> change) {
        return change.isClear() ? "" : change.value().orElse(null);
    }

    private static @Nullable String tagsOrEmpty(Change<List<String>> change) {
        return change.isClear() ? "" : change.value().map(WireText::tags).orElse(null);
    }
}
