package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientBooleanDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@code <user>} in an entry. */
final class UserXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String name;

    @JsonProperty("first-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String firstName;

    @JsonProperty("last-name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String lastName;

    @JsonProperty("active")
    @JsonDeserialize(using = LenientBooleanDeserializer.class)
    @Nullable
    Boolean active;

    @JsonProperty("code")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String code;

    @JsonProperty("email")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String email;

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

    /** Returns the person; null for an element without an id. */
    @Nullable
    LiveTimerUser toUser() {
        if (id == null) {
            return null;
        }
        LiveTimerUser.Builder user = LiveTimerUser.builder().id(id).unknownFields(unknownFields());
        IfPresent.text(name, user::name);
        IfPresent.text(firstName, user::firstName);
        IfPresent.text(lastName, user::lastName);
        IfPresent.value(active, user::active);
        IfPresent.text(code, user::code);
        IfPresent.text(email, user::email);
        IfPresent.text(url, user::url);
        IfPresent.value(createdAt, user::createdAt);
        IfPresent.value(updatedAt, user::updatedAt);
        return user.build();
    }
}
