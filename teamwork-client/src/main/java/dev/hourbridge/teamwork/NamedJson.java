package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An object with an id and a name that contains totals. */
class NamedJson extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String name;

    /** Returns the item with all unknown fields. */
    final NamedItem named() {
        return named(unknownFields());
    }

    /** Returns the id and the name. An id of 0 counts as absent. */
    final NamedItem named(Map<String, String> unknownFields) {
        return NamedItem.builder()
                .id(id == null || id == 0 ? OptionalLong.empty() : OptionalLong.of(id))
                .name(name == null ? "" : name)
                .unknownFields(unknownFields)
                .build();
    }
}
