package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.Answer;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of work types. */
final class WorkTypeListJson extends ListJson<WorkTypeListJson.WorkTypeJson> {
    @JsonProperty
    @Nullable
    List<WorkTypeJson> results;

    @Override
    @Nullable
    List<WorkTypeJson> results() {
        return results;
    }

    /** One work type. */
    static final class WorkTypeJson extends WireType {
        @JsonProperty
        @Nullable
        String name;

        WorkType toWorkType(Answer answer) {
            if (name == null || name.isBlank()) {
                throw answer.malformed("has a work type without a name");
            }
            return WorkType.of(name, unknownFields());
        }
    }
}
