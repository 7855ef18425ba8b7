package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.Lenient;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every list comes in. */
abstract class ListJson<R> extends WireType {
    @JsonProperty
    @JsonDeserialize(using = Lenient.Whole.class)
    @Nullable
    Long totalResults;

    @JsonProperty
    @JsonDeserialize(using = Lenient.Whole.class)
    @Nullable
    Long top;

    @JsonProperty
    @JsonDeserialize(using = Lenient.Whole.class)
    @Nullable
    Long skip;

    /** The rows; null if there is no such list in the answer. */
    abstract @Nullable List<R> results();
}
