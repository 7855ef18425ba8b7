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

    static TimeTotals account(ApiResponse answer) {
        OfAccount read = Json.read(answer, OfAccount.class);
        Status.check(answer, read.status);
        if (read.totals == null) {
            throw answer.malformed("has no time-totals");
        }
        return read.totals.toValue(answer);
    }

    static Optional<ProjectTotal> project(ApiResponse answer) {
        return only(answer).map(project -> project.toProjectTotal(answer));
    }

    static Optional<TasklistTotal> tasklist(ApiResponse answer) {
        return only(answer).map(project -> project.toTasklistTotal(answer));
    }

    static Optional<TaskTotal> task(ApiResponse answer) {
        return only(answer).map(project -> project.toTaskTotal(answer));
    }

    static List<ProjectMinutes> perProject(ApiResponse answer) {
        return projects(answer).stream()
                .map(project -> project.toProjectMinutes(answer))
                .toList();
    }

    private static Optional<ProjectJson> only(ApiResponse answer) {
        List<ProjectJson> projects = projects(answer);
        if (projects.size() > 1) {
            throw answer.malformed("has more than one project");
        }
        return projects.stream().findFirst();
    }

    private static List<ProjectJson> projects(ApiResponse answer) {
        OfProjects read = Json.read(answer, OfProjects.class);
        Status.check(answer, read.status);
        if (read.projects == null || read.projects.contains(null)) {
            throw answer.malformed("has no list of projects");
        }
        return read.projects;
    }
}
