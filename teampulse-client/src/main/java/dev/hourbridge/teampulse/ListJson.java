package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The envelope of a list. */
abstract class ListJson<R> extends WireType {
    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long totalResults;

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long top;

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long skip;

    /** Returns the rows; null if the response has none. */
    abstract @Nullable List<R> results();
}
