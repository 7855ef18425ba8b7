package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.ConvertingDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of work types. */
final class WorkTypeListJson extends ListJson<WorkType> {
    @JsonProperty
    @JsonDeserialize(contentUsing = Listed.class)
    @Nullable
    List<WorkType> results;

    @Override
    @Nullable
    List<WorkType> results() {
        return results;
    }

    /** One work type. */
    static final class WorkTypeJson extends WireType {
        @JsonProperty
        @Nullable
        String name;
    }

    /** Reads the work types of a list. */
    static final class Listed extends ConvertingDeserializer<WorkTypeJson, WorkType> {
        Listed() {
            super(WorkTypeJson.class);
        }

        @Override
        protected WorkType convert(WorkTypeJson type, ApiResponse response) {
            if (type.name == null || type.name.isBlank()) {
                throw response.malformed("has a work type without a name");
            }
            return WorkType.of(type.name, type.unknownFields());
        }
    }
}
