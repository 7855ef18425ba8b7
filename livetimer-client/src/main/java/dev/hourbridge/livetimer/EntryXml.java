package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDateDeserializer;
import dev.hourbridge.http.internal.wire.LenientInstantDeserializer;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientMinutesDeserializer;
import dev.hourbridge.http.internal.wire.LenientOffsetDateTimeDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.livetimer.Classification.Kind;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A {@code <time-entry>} of a response. */
final class EntryXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("start-time")
    @JsonDeserialize(using = LenientOffsetDateTimeDeserializer.class)
    @Nullable
    OffsetDateTime startTime;

    @JsonProperty("end-time")
    @JsonDeserialize(using = LenientOffsetDateTimeDeserializer.class)
    @Nullable
    OffsetDateTime endTime;

    @JsonProperty("start-date")
    @JsonDeserialize(using = LenientDateDeserializer.class)
    @Nullable
    LocalDate startDate;

    @JsonProperty("duration")
    @JsonDeserialize(using = LenientMinutesDeserializer.class)
    @Nullable
    Duration duration;

    @JsonProperty("note")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String note;

    @JsonProperty("created-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant createdAt;

    @JsonProperty("updated-at")
    @JsonDeserialize(using = LenientInstantDeserializer.class)
    @Nullable
    Instant updatedAt;

    @JsonProperty("user-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long userId;

    @JsonProperty("user")
    @Nullable
    UserXml user;

    @JsonProperty("project-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long projectId;

    @JsonProperty("project")
    @Nullable
    ClassificationXml project;

    @JsonProperty("task-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long taskId;

    @JsonProperty("task")
    @Nullable
    ClassificationXml task;

    @JsonProperty("activity-id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long activityId;

    @JsonProperty("activity")
    @Nullable
    ClassificationXml activity;

    @JsonProperty("client")
    @Nullable
    ClassificationXml client;

    /** Checks and converts the entry. Exceptions name the response. */
    LiveTimerEntry toEntry(ApiResponse response) {
        if (id == null || id < 1) {
            throw response.malformed("has an entry without an id");
        }
        WorkTime workTime = workTime(response);
        LiveTimerEntry.Builder entry = LiveTimerEntry.builder()
                .id(id)
                .workTime(workTime)
                .minutes((duration == null ? workTime.duration() : duration).toMinutes())
                .unknownFields(unknownFields());
        IfPresent.text(note, entry::note);
        IfPresent.value(createdAt, entry::createdAt);
        IfPresent.value(updatedAt, entry::updatedAt);
        IfPresent.value(userId, entry::userId);
        IfPresent.value(user == null ? null : user.toUser(), entry::user);
        IfPresent.value(projectId, entry::projectId);
        IfPresent.value(ClassificationXml.of(project, Kind.PROJECT), entry::project);
        IfPresent.value(taskId, entry::taskId);
        IfPresent.value(ClassificationXml.of(task, Kind.TASK), entry::task);
        IfPresent.value(activityId, entry::activityId);
        IfPresent.value(ClassificationXml.of(activity, Kind.ACTIVITY), entry::activity);
        IfPresent.value(ClassificationXml.of(client, Kind.CLIENT), entry::client);
        return entry.build();
    }

    private WorkTime workTime(ApiResponse response) {
        if (startTime != null && endTime != null) {
            if (endTime.isBefore(startTime)) {
                throw response.malformed("has an entry that ends before it starts");
            }
            return WorkTime.between(startTime, endTime);
        }
        if (startTime != null || endTime != null) {
            throw response.malformed("has an entry with only a start or only an end");
        }
        if (startDate == null || duration == null) {
            throw response.malformed("has an entry without a start or without a duration");
        }
        return WorkTime.on(startDate, duration);
    }
}
