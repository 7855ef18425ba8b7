package dev.hourbridge.teamwork;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hourbridge.http.internal.ApiResponse;
import dev.hourbridge.http.internal.wire.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads responses with totals, and checks their status. */
final class TotalResponses {
    private TotalResponses() {}

    private static final class OfAccount {
        @JsonProperty("time-totals")
        private @Nullable TotalsJson totals;

        @JsonProperty("STATUS")
        private @Nullable String status;
    }

    private static final class OfProjects {
        @JsonProperty("projects")
        private @Nullable List<ProjectJson> projects;

        @JsonProperty("STATUS")
        private @Nullable String status;
    }

    static TimeTotals account(ApiResponse response) {
        OfAccount read = Json.read(response, OfAccount.class);
        Status.check(response, read.status);
        if (read.totals == null) {
            throw response.malformed("has no time-totals");
        }
        return read.totals.toValue(response);
    }

    static Optional<ProjectTotal> project(ApiResponse response) {
        return only(response).map(project -> project.toProjectTotal(response));
    }

    static Optional<TasklistTotal> tasklist(ApiResponse response) {
        return only(response).map(project -> project.toTasklistTotal(response));
    }

    static Optional<TaskTotal> task(ApiResponse response) {
        return only(response).map(project -> project.toTaskTotal(response));
    }

    static List<ProjectMinutes> perProject(ApiResponse response) {
        return projects(response).stream()
                .map(project -> project.toProjectMinutes(response))
                .toList();
    }

    private static Optional<ProjectJson> only(ApiResponse response) {
        List<ProjectJson> projects = projects(response);
        if (projects.size() > 1) {
            throw response.malformed("has more than one project");
        }
        return projects.stream().findFirst();
    }

    private static List<ProjectJson> projects(ApiResponse response) {
        OfProjects read = Json.read(response, OfProjects.class);
        Status.check(response, read.status);
        if (read.projects == null || read.projects.contains(null)) {
            throw response.malformed("has no list of projects");
        }
        return read.projects;
    }
}
