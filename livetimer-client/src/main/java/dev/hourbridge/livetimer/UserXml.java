package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.Lenient;
import dev.hourbridge.http.internal.wire.WireType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code <user>} within an entry. */
final class UserXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = Lenient.Whole.class)
    @Nullable
    Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String name;

    @JsonProperty("first-name")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String firstName;

    @JsonProperty("last-name")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String lastName;

    @JsonProperty("active")
    @JsonDeserialize(using = Lenient.Flag.class)
    @Nullable
    Boolean active;

    @JsonProperty("code")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String code;

    @JsonProperty("email")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String email;

    @JsonProperty("url")
    @JsonDeserialize(using = Lenient.Text.class)
    @Nullable
    String url;

    @JsonProperty("created-at")
    @JsonDeserialize(using = Lenient.Moment.class)
    @Nullable
    Instant createdAt;

    @JsonProperty("updated-at")
    @JsonDeserialize(using = Lenient.Moment.class)
    @Nullable
    Instant updatedAt;

    /** The person; null for an element that stands for nobody. */
    @Nullable
    LiveTimerUser toUser() {
        if (id == null) {
            return null;
        }
        LiveTimerUser.Builder user = LiveTimerUser.builder().id(id).unknownFields(unknownFields());
        Given.text(name, user::name);
        Given.text(firstName, user::firstName);
        Given.text(lastName, user::lastName);
        Given.value(active, user::active);
        Given.text(code, user::code);
        Given.text(email, user::email);
        Given.text(url, user::url);
        Given.value(createdAt, user::createdAt);
        Given.value(updatedAt, user::updatedAt);
        return user.build();
    }
}
