package dev.hourbridge.resilience.vendors;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.CodebaseSimulator;
import dev.hourbridge.simulators.LiveTimerSimulator;
import dev.hourbridge.simulators.TeamPulseSimulator;
import dev.hourbridge.simulators.TeamworkSimulator;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A service: how its client is built, and what it takes. */
public enum Vendor {
    /** Codebase. */
    CODEBASE("Codebase"),
    /** Teamwork. */
    TEAMWORK("Teamwork"),
    /** TeamPulse. */
    TEAMPULSE("TeamPulse"),
    /** LiveTimer. */
    LIVETIMER("LiveTimer");

    /** The zone that the simulated Teamwork keeps. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final String title;

    Vendor(String title) {
        this.title = title;
    }

    /** Options that send nothing twice, so that every request counts. */
    public static HttpOptions once() {
        return HttpOptions.builder().retryPolicy(RetryPolicy.never()).build();
    }

    /** A client of a service of one's own, with credentials that are good for nothing. */
    public TimeTracker client(String baseUrl, HttpOptions http) {
        return switch (this) {
            case CODEBASE ->
                CodebaseClient.builder()
                        .baseUrl(baseUrl)
                        .account("acme")
                        .username("june")
                        .apiKey("key")
                        .projects("website", "app")
                        .http(http)
                        .build();
            case TEAMWORK ->
                TeamworkClient.builder()
                        .baseUrl(baseUrl)
                        .apiKey("key")
                        .zone(ZONE)
                        .http(http)
                        .build();
            case TEAMPULSE ->
                TeamPulseClient.builder()
                        .baseUrl(baseUrl)
                        .accessToken("token")
                        .http(http)
                        .build();
            case LIVETIMER ->
                LiveTimerClient.builder()
                        .baseUrl(baseUrl)
                        .login("june", "password")
                        .http(http)
                        .build();
        };
    }

    /** An entry that the simulated service takes, with what it demands and nothing else. */
    public NewTimeEntry entry(Account account) {
        WorkTime day = WorkTime.on(LocalDate.of(2024, 6, 12), Duration.ofMinutes(45));
        return switch (this) {
            case CODEBASE ->
                NewTimeEntry.of(day)
                        .project(ProjectRef.of(account, "website"))
                        .note("Work")
                        .build();
            case TEAMWORK ->
                NewTimeEntry.of(WorkTime.from(
                                OffsetDateTime.parse("2024-06-12T09:30:00-04:00"), Duration.ofMinutes(45)))
                        .project(ProjectRef.of(account, "999"))
                        .build();
            case TEAMPULSE ->
                NewTimeEntry.of(day)
                        .person(PersonRef.of(account, "1"))
                        .task(TaskRef.of(account, "10"))
                        .activity(ActivityRef.of(account, "Billable"))
                        .build();
            case LIVETIMER -> NewTimeEntry.of(day).build();
        };
    }

    /** The simulated service, running, and a client of it. */
    public Simulated simulated() {
        return simulated(once());
    }

    /** The same, with options of one's own. */
    public Simulated simulated(HttpOptions http) {
        return switch (this) {
            case CODEBASE -> {
                CodebaseSimulator service = CodebaseSimulator.start();
                yield new Simulated(
                        service,
                        CodebaseClient.builder()
                                .baseUrl(service.url().toString())
                                .account(service.account())
                                .username(service.username())
                                .apiKey(service.apiKey())
                                .projects(service.projects())
                                .http(http)
                                .build(),
                        service::seed);
            }
            case TEAMWORK -> {
                TeamworkSimulator service = TeamworkSimulator.start();
                yield new Simulated(
                        service,
                        TeamworkClient.builder()
                                .baseUrl(service.url().toString())
                                .apiKey(service.apiKey())
                                .zone(service.zone())
                                .http(http)
                                .build(),
                        service::seed);
            }
            case TEAMPULSE -> {
                TeamPulseSimulator service = TeamPulseSimulator.start();
                yield new Simulated(
                        service,
                        TeamPulseClient.builder()
                                .baseUrl(service.url().toString())
                                .login(service.username(), service.password())
                                .http(http)
                                .build(),
                        service::seed);
            }
            case LIVETIMER -> {
                LiveTimerSimulator service = LiveTimerSimulator.start();
                yield new Simulated(
                        service,
                        LiveTimerClient.builder()
                                .baseUrl(service.url().toString())
                                .login(service.username(), service.password())
                                .user("25")
                                .http(http)
                                .build(),
                        service::seed);
            }
        };
    }

    /** The service's name. */
    @Override
    public String toString() {
        return title;
    }
}
