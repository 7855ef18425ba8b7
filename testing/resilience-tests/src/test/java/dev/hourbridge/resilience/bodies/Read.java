package dev.hourbridge.resilience.bodies;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.codebase.TimeSessionFilter;
import dev.hourbridge.livetimer.Grouping;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.livetimer.LiveTimerFilter;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.teampulse.ODataQuery;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import dev.hourbridge.teamwork.TeamworkEntryQuery;
import dev.hourbridge.teamwork.TotalsQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way to read, and what it is answered when all is well.
 *
 * @param service whose it is
 * @param name the operation
 * @param body the good answer
 * @param action does it; gives what there is one by one
 */
record Read(Service service, String name, String body, Function<TimeTracker, Iterable<?>> action) {
    private static final String SUMS = """
            {"STATUS":"OK","projects":[{"id":"1049","name":"Guide","company":{"name":"Acme","id":"47"},"totalMins":"754",\
            "totalBillableMins":"549","totalNonBillableMins":"205","time-totals":%1$s,"tasklist":{"id":"1027",\
            "name":"Rollup","time-totals":%1$s,"task":{"id":"7641","name":"Task","time-totals":%1$s}}}]}""";
    private static final String SUM = """
            {"total-mins-sum":"754","total-hours-sum":"12.57","billable-mins-sum":"549","billable-hours-sum":"9.15",\
            "non-billable-mins-sum":"205","non-billable-hours-sum":"3.42","billed-mins-sum":"2","billed-hours-sum":"0.03",\
            "non-billed-mins-sum":"752","non-billed-hours-sum":"12.53"}""";
    private static final String SUMMARY = """
            <time-summary><clients><client><id type="integer">24</id><name>Acme</name><projects><project>\
            <id type="integer">30</id><name>Guide</name><duration type="integer">3329</duration></project></projects>\
            <duration type="integer">3329</duration></client></clients><duration type="integer">3329</duration></time-summary>""";
    private static final String WORK_TYPES = """
            {"totalResults":3,"top":100,"skip":0,"results":[{"name":"Billable","id":3},{"name":"Größe"},{"name":"Maß"}]}""";

    /** The list of the common model: what a migration reads. */
    static Read list(Service service) {
        return new Read(service, "list", service.list().strip(), service::list);
    }

    /** The single entry of the common model. */
    static Read get(Service service) {
        return new Read(service, "get", service.entry().strip(), tracker -> List.of(service.get(tracker)));
    }

    /** What goes with the good answer in its head. */
    Map<String, String> headers() {
        return name.equals("totals per project") ? Map.of() : service.listHeaders();
    }

    /** The lists, sums and single entries of the native interfaces. */
    static Stream<Read> natives() {
        return Stream.of(
                codebase("sessions", codebase -> codebase.timeSessions().list("website")),
                codebase(
                        "sessions of the day",
                        codebase -> codebase.timeSessions().listDay("website", TimeSessionFilter.all())),
                teamwork(
                        "entries",
                        teamwork -> teamwork.timeEntries()
                                .list(TeamworkEntryQuery.builder().build())),
                teamwork(
                        "entries of a project",
                        teamwork -> teamwork.timeEntries()
                                .listOfProject(9, TeamworkEntryQuery.builder().build())),
                teamwork("entries of a task", teamwork -> teamwork.timeEntries().listOfTask(9)),
                teamwork(
                        "total",
                        "{\"STATUS\":\"OK\",\"time-totals\":" + SUM + "}",
                        teamwork -> List.of(teamwork.totals().ofAccount(TotalsQuery.all()))),
                teamwork(
                        "total of a project",
                        SUMS.formatted(SUM),
                        teamwork -> List.of(teamwork.totals().ofProject(9, TotalsQuery.all()))),
                teamwork(
                        "total of a task list",
                        SUMS.formatted(SUM),
                        teamwork -> List.of(teamwork.totals().ofTasklist(9, TotalsQuery.all()))),
                teamwork(
                        "total of a task",
                        SUMS.formatted(SUM),
                        teamwork -> List.of(teamwork.totals().ofTask(9, TotalsQuery.all()))),
                teamwork(
                        "totals per project",
                        SUMS.formatted(SUM),
                        teamwork -> teamwork.totals().perProject(TotalsQuery.all())),
                teampulse(
                        "entries",
                        Service.TEAMPULSE.list(),
                        teampulse -> teampulse.timeEntries().list(ODataQuery.all())),
                teampulse(
                        "entries of a task",
                        Service.TEAMPULSE.list(),
                        teampulse -> teampulse.timeEntries().listOfTask(9, ODataQuery.all())),
                teampulse(
                        "work types",
                        WORK_TYPES,
                        teampulse -> teampulse.workTypes().list(9, ODataQuery.all())),
                livetimer(
                        "entries",
                        Service.LIVETIMER.list(),
                        livetimer -> livetimer.timeEntries().list(LiveTimerFilter.all())),
                livetimer(
                        "window",
                        Service.LIVETIMER.list(),
                        livetimer -> livetimer
                                .timeEntries()
                                .window(LiveTimerFilter.all(), 1, 3)
                                .items()),
                livetimer(
                        "summary",
                        SUMMARY,
                        livetimer ->
                                List.of(livetimer.timeEntries().summary(LiveTimerFilter.all(), Grouping.PROJECTS))));
    }

    private static Read codebase(String name, Function<CodebaseClient, Iterable<?>> action) {
        return new Read(
                Service.CODEBASE,
                name,
                Service.CODEBASE.list().strip(),
                tracker -> action.apply((CodebaseClient) tracker));
    }

    private static Read teamwork(String name, Function<TeamworkClient, Iterable<?>> action) {
        return teamwork(name, Service.TEAMWORK.list(), action);
    }

    private static Read teamwork(String name, String body, Function<TeamworkClient, Iterable<?>> action) {
        return new Read(Service.TEAMWORK, name, body.strip(), tracker -> action.apply((TeamworkClient) tracker));
    }

    private static Read teampulse(String name, String body, Function<TeamPulseClient, Iterable<?>> action) {
        return new Read(Service.TEAMPULSE, name, body.strip(), tracker -> action.apply((TeamPulseClient) tracker));
    }

    private static Read livetimer(String name, String body, Function<LiveTimerClient, Iterable<?>> action) {
        return new Read(Service.LIVETIMER, name, body.strip(), tracker -> action.apply((LiveTimerClient) tracker));
    }

    @Override
    public String toString() {
        return service + " " + name;
    }
}
