package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads responses with time entries, and checks their status. */
final class EntryResponses {
    private EntryResponses() {}

    private static final class Listed {
        @JsonProperty("time-entries")
        @JsonDeserialize(contentUsing = EntryJson.Listed.class)
        private @Nullable List<TeamworkEntry> entries;

        @JsonProperty("STATUS")
        private @Nullable String status;
    }

    private static final class Shown {
        @JsonProperty("time-entry")
        private @Nullable EntryJson entry;

        @JsonProperty("STATUS")
        private @Nullable String status;
    }

    /**
     * Returns the entries of a page.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the response has no list
     */
    static List<TeamworkEntry> list(ApiResponse response) {
        Listed listed = Json.read(response, Listed.class);
        Status.check(response, listed.status);
        if (listed.entries == null) {
            throw response.malformed("has no time-entries");
        }
        return List.copyOf(listed.entries);
    }

    /**
     * Returns the entry in a response.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the response has no entry
     */
    static TeamworkEntry one(ApiResponse response) {
        Shown shown = Json.read(response, Shown.class);
        Status.check(response, shown.status);
        if (shown.entry == null) {
            throw response.malformed("has no time-entry");
        }
        return shown.entry.toEntry(response);
    }

    /** Checks a response that only confirms a write. A 404 means that the entry is already deleted. */
    static void done(ApiResponse response) {
        if (response.status() != 404) {
            Json.tree(response).ifPresent(body -> Status.check(response, body));
        }
    }
}
