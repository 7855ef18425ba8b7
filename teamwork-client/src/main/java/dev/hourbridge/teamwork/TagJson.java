package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import org.jspecify.annotations.Nullable;

/** A tag of a response. */
final class TagJson extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    private @Nullable Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String name;

    @JsonProperty("color")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    private @Nullable String color;

    TeamworkTag toTag() {
        TeamworkTag.Builder tag =
                TeamworkTag.builder().name(name == null ? "" : name).unknownFields(unknownFields());
        if (id != null && id != 0) {
            tag.id(id);
        }
        if (color != null) {
            tag.color(color);
        }
        return tag.build();
    }
}
