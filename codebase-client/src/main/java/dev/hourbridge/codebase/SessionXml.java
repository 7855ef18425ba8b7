package dev.hourbridge.codebase;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDateDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientMinutesDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A time session in a response. */
final class SessionXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("summary")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String summary;

    @JsonProperty("minutes")
    @JsonDeserialize(using = LenientMinutesDeserializer.class)
    @Nullable
    Duration minutes;

    @JsonProperty("session-date")
    @JsonDeserialize(using = LenientDateDeserializer.class)
    @Nullable
    LocalDate sessionDate;

    @JsonProperty("user-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long userId;

    @JsonProperty("ticket-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long ticketId;

    @JsonProperty("created-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant createdAt;

    @JsonProperty("updated-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant updatedAt;

    /** Checks that the session has all required fields, and returns it. */
    TimeSession toSession(ApiResponse response) {
        if (id == null || id < 1) {
            throw response.malformed("has a time session without an id");
        }
        if (minutes == null || sessionDate == null) {
            throw response.malformed("has a time session without minutes or a session date");
        }
        return TimeSession.builder()
                .id(id)
                .summary(summary == null ? "" : summary)
                .minutes((int) minutes.toMinutes())
                .sessionDate(sessionDate)
                .userId(optional(userId))
                .ticketId(optional(ticketId))
                .createdAt(Optional.ofNullable(createdAt))
                .updatedAt(Optional.ofNullable(updatedAt))
                .unknownFields(unknownFields())
                .build();
    }

    private static OptionalLong optional(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
