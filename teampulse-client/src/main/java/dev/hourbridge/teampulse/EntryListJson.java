package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of time entries. */
final class EntryListJson extends ListJson<EntryJson> {
    @JsonProperty
    @Nullable
    List<EntryJson> results;

    @Override
    @Nullable
    List<EntryJson> results() {
        return results;
    }
}
