package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.LenientDecimalDeserializer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A project in a total. Depending on the request, the totals are in the project, in its nested task list, or in the
 * task nested in that list.
 */
final class ProjectJson extends SummedJson {
    @JsonProperty("company")
    private @Nullable NamedJson company;

    @JsonProperty("tasklist")
    private @Nullable WireTasklist tasklist;

    @JsonProperty("totalMins")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalMinutes;

    @JsonProperty("totalBillableMins")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalBillableMinutes;

    @JsonProperty("totalNonBillableMins")
    @JsonDeserialize(using = LenientDecimalDeserializer.class)
    private @Nullable BigDecimal totalNonBillableMinutes;

    static final class WireTasklist extends SummedJson {
        @JsonProperty("task")
        private @Nullable SummedJson task;
    }

    /** Returns the total of a project. */
    ProjectTotal toProjectTotal(ApiResponse response) {
        return ProjectTotal.builder()
                .company(company())
                .project(named(Map.of()))
                .timeEstimates(estimates(response))
                .timeTotals(totals(response))
                .unknownFields(unknownFields())
                .build();
    }

    /** Returns the total of the task list in this project. */
    TasklistTotal toTasklistTotal(ApiResponse response) {
        WireTasklist list = tasklist(response);
        return TasklistTotal.builder()
                .company(company())
                .project(named())
                .tasklist(list.named(Map.of()))
                .timeEstimates(list.estimates(response))
                .timeTotals(list.totals(response))
                .unknownFields(list.unknownFields())
                .build();
    }

    /** Returns the total of the task in the task list in this project. */
    TaskTotal toTaskTotal(ApiResponse response) {
        WireTasklist list = tasklist(response);
        SummedJson task = list.task;
        if (task == null) {
            throw response.malformed("has no task");
        }
        return TaskTotal.builder()
                .company(company())
                .project(named())
                .tasklist(list.named())
                .task(task.named(Map.of()))
                .timeEstimates(task.estimates(response))
                .timeTotals(task.totals(response))
                .unknownFields(task.unknownFields())
                .build();
    }

    /** Returns an element of the totals per project, whose totals are in other fields. */
    ProjectMinutes toProjectMinutes(ApiResponse response) {
        NamedItem project = named(Map.of());
        if (project.id().isEmpty()) {
            throw response.malformed("has a project without id");
        }
        return ProjectMinutes.builder()
                .company(company())
                .project(project)
                .totalMinutes(Sums.minutes("totalMins", totalMinutes, response))
                .totalBillableMinutes(Sums.minutes("totalBillableMins", totalBillableMinutes, response))
                .totalNonBillableMinutes(Sums.minutes("totalNonBillableMins", totalNonBillableMinutes, response))
                .unknownFields(unknownFields())
                .build();
    }

    private Optional<NamedItem> company() {
        return Optional.ofNullable(company).map(NamedJson::named);
    }

    private WireTasklist tasklist(ApiResponse response) {
        if (tasklist == null) {
            throw response.malformed("has no tasklist");
        }
        return tasklist;
    }
}
