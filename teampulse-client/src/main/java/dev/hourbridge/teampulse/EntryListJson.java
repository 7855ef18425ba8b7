package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of time entries. */
final class EntryListJson extends ListJson<TeamPulseEntry> {
    @JsonProperty
    @JsonDeserialize(contentUsing = EntryJson.Listed.class)
    @Nullable
    List<TeamPulseEntry> results;

    @Override
    @Nullable
    List<TeamPulseEntry> results() {
        return results;
    }
}
