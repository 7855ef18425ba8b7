package dev.hourbridge.teampulse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.ConvertingDeserializer;
import dev.hourbridge.http.internal.wire.LenientDateDeserializer;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time entry in a response. */
final class EntryJson extends WireType {
    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty
    @JsonDeserialize(using = LenientDateDeserializer.class)
    @Nullable
    LocalDate date;

    @JsonProperty
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    @Nullable
    BigDecimal hours;

    @JsonProperty
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String type;

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long userId;

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long taskId;

    @JsonProperty
    @Nullable
    String note;

    @JsonProperty
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long week;

    @JsonProperty
    @Nullable
    String createdBy;

    @JsonProperty
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant createdAt;

    @JsonProperty
    @Nullable
    String lastModifiedBy;

    @JsonProperty
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant lastModifiedAt;

    /** Reads the entries of a list. */
    static final class Listed extends ConvertingDeserializer<EntryJson, TeamPulseEntry> {
        Listed() {
            super(EntryJson.class);
        }

        @Override
        protected TeamPulseEntry convert(EntryJson entry, ApiResponse response) {
            return entry.toEntry(response);
        }
    }

    /**
     * Returns the entry.
     *
     * @throws dev.hourbridge.model.MalformedResponseException if the entry has no id, no date or no valid hours
     */
    TeamPulseEntry toEntry(ApiResponse response) {
        if (id == null || id < 1) {
            throw response.malformed("has an entry without an id");
        }
        if (date == null) {
            throw response.malformed("has an entry without a date");
        }
        if (hours == null || !Hours.areDuration(hours)) {
            throw response.malformed("has an entry without hours, or with hours out of bounds");
        }
        return TeamPulseEntry.builder()
                .id(id)
                .date(date)
                .hours(hours)
                .type(Optional.ofNullable(type))
                .userId(Optionals.number(userId))
                .taskId(Optionals.number(taskId))
                .note(Optional.ofNullable(note))
                .week(Optionals.week(week))
                .createdBy(Optional.ofNullable(createdBy))
                .createdAt(Optional.ofNullable(createdAt))
                .lastModifiedBy(Optional.ofNullable(lastModifiedBy))
                .lastModifiedAt(Optional.ofNullable(lastModifiedAt))
                .unknownFields(unknownFields())
                .build();
    }
}
