package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of tags, which may be an empty object or null if there are none. */
final class TagsJson extends StdDeserializer<List<TeamworkTag>> {
    private static final long serialVersionUID = 1L;

    TagsJson() {
        super(List.class);
    }

    @Override
    public List<TeamworkTag> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.isExpectedStartArrayToken()) {
            List<TeamworkTag> tags = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                tags.add(context.readValue(parser, TagJson.class).toTag());
            }
            return tags;
        }
        boolean emptyObject = parser.isExpectedStartObjectToken() && parser.nextToken() == JsonToken.END_OBJECT;
        if (!emptyObject) {
            throw JsonMappingException.from(parser, "not a list of tags");
        }
        return List.of();
    }

    @Override
    public List<TeamworkTag> getNullValue(DeserializationContext context) {
        return List.of();
    }

    /** A tag of a response. */
    private static final class TagJson extends WireType {
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
}
