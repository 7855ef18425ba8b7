package dev.hourbridge.livetimer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientLongDeserializer;
import dev.hourbridge.http.internal.wire.LenientMinutesDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.livetimer.TimeSummary.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code <time-summary>} or one of its groups. Its children may be in any order. */
final class SummaryXml extends WireType {
    @JsonProperty("id")
    @JsonDeserialize(using = LenientLongDeserializer.class)
    @Nullable
    Long id;

    @JsonProperty("name")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String name;

    @JsonProperty("code")
    @JsonDeserialize(using = LenientTextDeserializer.class)
    @Nullable
    String code;

    @JsonProperty("duration")
    @JsonDeserialize(using = LenientMinutesDeserializer.class)
    @Nullable
    Duration duration;

    @JacksonXmlElementWrapper(localName = "clients")
    @JacksonXmlProperty(localName = "client")
    @Nullable
    List<SummaryXml> clients;

    @JacksonXmlElementWrapper(localName = "projects")
    @JacksonXmlProperty(localName = "project")
    @Nullable
    List<SummaryXml> projects;

    @JacksonXmlElementWrapper(localName = "tasks")
    @JacksonXmlProperty(localName = "task")
    @Nullable
    List<SummaryXml> tasks;

    @JacksonXmlElementWrapper(localName = "users")
    @JacksonXmlProperty(localName = "user")
    @Nullable
    List<SummaryXml> users;

    @JacksonXmlElementWrapper(localName = "activities")
    @JacksonXmlProperty(localName = "activity")
    @Nullable
    List<SummaryXml> activities;

    TimeSummary toSummary(Kind kind, ApiResponse response) {
        if (duration == null) {
            throw response.malformed("has a group without a duration");
        }
        List<TimeSummary> children = new ArrayList<>();
        add(clients, Kind.CLIENT, children, response);
        add(projects, Kind.PROJECT, children, response);
        add(tasks, Kind.TASK, children, response);
        add(users, Kind.USER, children, response);
        add(activities, Kind.ACTIVITY, children, response);
        TimeSummary.Builder summary = TimeSummary.builder(kind)
                .minutes(duration.toMinutes())
                .children(children)
                .unknownFields(unknownFields());
        IfPresent.value(id, summary::id);
        IfPresent.text(name, summary::name);
        IfPresent.text(code, summary::code);
        return summary.build();
    }

    private static void add(
            @Nullable List<SummaryXml> groups, Kind kind, List<TimeSummary> children, ApiResponse response) {
        if (groups != null) {
            groups.forEach(group -> children.add(group.toSummary(kind, response)));
        }
    }
}
