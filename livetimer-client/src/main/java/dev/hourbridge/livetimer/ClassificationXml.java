package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientBooleanDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.livetimer.Classification.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@code <task>}, {@code <project>}, {@code <client>} or {@code <activity>} in an entry, or nested in another such
 * element.
 */
final class ClassificationXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String name;

    @JsonProperty("active")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    @Nullable
    Boolean active;

    @JsonProperty("effectively-active")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    @Nullable
    Boolean effectivelyActive;

    @JsonProperty("code")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String code;

    @JsonProperty("description")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String description;

    @JsonProperty("url")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String url;

    @JsonProperty("created-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant createdAt;

    @JsonProperty("updated-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant updatedAt;

    /** Only for a task. */
    @JsonProperty("project-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long projectId;

    /** Only for a task. */
    @JsonProperty("project")
    @Nullable
    ClassificationXml project;

    /** Only for a project. */
    @JsonProperty("client-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long clientId;

    /** Only for a project. */
    @JsonProperty("client")
    @Nullable
    ClassificationXml client;

    static @Nullable Classification of(@Nullable ClassificationXml xml, Kind kind) {
        return xml == null ? null : xml.toClassification(kind);
    }

    /** Returns the classification; null for an element without an id. */
    private @Nullable Classification toClassification(Kind kind) {
        if (id == null) {
            return null;
        }
        Classification.Builder built = Classification.builder(kind).id(id).unknownFields(unknownFields());
        IfPresent.text(name, built::name);
        IfPresent.value(active, built::active);
        IfPresent.value(effectivelyActive, built::effectivelyActive);
        IfPresent.text(code, built::code);
        IfPresent.text(description, built::description);
        IfPresent.text(url, built::url);
        IfPresent.value(createdAt, built::createdAt);
        IfPresent.value(updatedAt, built::updatedAt);
        if (kind == Kind.TASK) {
            IfPresent.value(projectId, built::parentId);
            IfPresent.value(of(project, Kind.PROJECT), built::parent);
        } else {
            IfPresent.value(clientId, built::parentId);
            IfPresent.value(of(client, Kind.CLIENT), built::parent);
        }
        return built.build();
    }
}
