package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.codebase.NewTimeSession;
import dev.hourbridge.codebase.TimeSession;
import dev.hourbridge.codebase.TimeSessionFilter;
import dev.hourbridge.codebase.TimeSessions;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

class CodebaseContractTest extends ContractSuite {
    private static final LocalDate DAY = LocalDate.parse("2009-09-05");
    private static final String SESSION = """
            <time-session>
              <id type="integer">1234</id>
              <summary>Worked on it</summary>
              <minutes type="integer">180</minutes>
              <session-date type="date">2009-09-05</session-date>
              <user-id type="integer">25</user-id>
              <ticket-id type="integer">88</ticket-id>
              <created-at type="datetime">2013-09-10T18:45:44Z</created-at>
              <updated-at type="datetime">2013-09-11T18:45:44Z</updated-at>
            </time-session>""";
    private static final String LIST = "<time-sessions type=\"array\">" + SESSION + "</time-sessions>";

    private final ContractServer server = new ContractServer("application/xml");
    private final CodebaseClient client = CodebaseClient.builder()
            .baseUrl(server.url())
            .account("acme")
            .username("alice")
            .apiKey("key")
            .build();
    private final TimeSessions sessions = client.timeSessions();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    String vendor() {
        return "codebase";
    }

    @Override
    void defineProbes() {
        list(
                "list",
                "",
                (project, filter) -> sessions.list(project, filter).stream().toList());
        list(
                "list-day",
                "/day",
                (project, filter) -> sessions.listDay(project, filter).stream().toList());
        list(
                "list-week",
                "/week",
                (project, filter) -> sessions.listWeek(project, filter).stream().toList());
        list(
                "list-month",
                "/month",
                (project, filter) ->
                        sessions.listMonth(project, filter).stream().toList());
        responses("list", () -> {
            server.answer(200, LIST);
            return sessions.list("website").iterator().next();
        });
        operation("show", "GET /website/time_sessions/1234", SESSION, () -> sessions.get("website", 1234));
        responses("show", () -> {
            server.answer(200, SESSION);
            return sessions.get("website", 1234);
        });
        NewTimeSession whole = NewTimeSession.builder()
                .summary("Design")
                .minutes(90)
                .sessionDate(DAY)
                .userId(25)
                .ticketId(88)
                .build();
        operation("create", "POST /website/time_sessions", SESSION, () -> sessions.create("website", whole));
        responses("create", () -> {
            server.answer(201, SESSION);
            return sessions.create("website", whole);
        });
        requests("create", SESSION, () -> sessions.create("website", whole));
        operation("update", "PUT /website/time_sessions/1234", "", () -> sessions.replace("website", 1234, whole));
        requests("update", "", () -> sessions.replace("website", 1234, whole));
        operation("delete", "DELETE /website/time_sessions/1234", "", () -> sessions.delete("website", 1234));
        probe("*", "rule", "session-date defaults to today, user-id to the key owner", () -> {
            server.answer(201, SESSION);
            sessions.create(
                    "website",
                    NewTimeSession.builder().summary("Design").minutes(90).build());
            assertThat(server.takeBody()).doesNotContain("session-date").doesNotContain("user-id");
            // On the common level an entry always has its day, and none is left to the service's clock.
            server.answer(201, SESSION);
            client.create(NewTimeEntry.of(WorkTime.on(DAY, Duration.ofHours(1)))
                    .project(ProjectRef.of(client.account(), "website"))
                    .note("Design")
                    .build());
            assertThat(server.takeBody()).contains("<session-date>2009-09-05</session-date>");
        });
    }

    private void list(String operation, String suffix, BiFunction<String, TimeSessionFilter, List<TimeSession>> call) {
        String path = "GET /website/time_sessions" + suffix;
        operation(
                operation,
                path,
                LIST,
                () -> assertThat(call.apply("website", TimeSessionFilter.all())).hasSize(1));
        filter(operation, "user", path + "?user=25", call, filter -> filter.user(25));
        filter(operation, "from", path + "?from=2009-09-05", call, filter -> filter.from(DAY));
        filter(operation, "to", path + "?to=2009-09-05", call, filter -> filter.to(DAY));
    }

    private void filter(
            String operation,
            String name,
            String expected,
            BiFunction<String, TimeSessionFilter, List<TimeSession>> call,
            Consumer<TimeSessionFilter.Builder> set) {
        TimeSessionFilter.Builder filter = TimeSessionFilter.builder();
        set.accept(filter);
        probe(operation, "query", name, () -> {
            server.answer(200, LIST);
            assertThat(call.apply("website", filter.build())).hasSize(1);
            assertThat(server.takeLine()).isEqualTo(expected);
        });
    }

    private void operation(String operation, String line, String answer, Runnable call) {
        String row = ContractRow.of("codebase").stream()
                .filter(r -> r.operation().equals(operation) && r.kind().equals("operation"))
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(line).isEqualTo(row.replace("{project}", "website").replace("{id}", "1234"));
        probe(operation, "operation", row, () -> {
            server.answer(200, answer);
            call.run();
            assertThat(server.takeLine()).isEqualTo(line);
        });
    }

    private void responses(String operation, Supplier<TimeSession> call) {
        Map<String, Function<TimeSession, Object>> fields = Map.of(
                "id",
                TimeSession::id,
                "summary",
                TimeSession::summary,
                "minutes",
                TimeSession::minutes,
                "session-date",
                TimeSession::sessionDate,
                "user-id",
                session -> session.userId().getAsLong(),
                "ticket-id",
                session -> session.ticketId().getAsLong(),
                "created-at",
                session -> session.createdAt().orElseThrow(),
                "updated-at",
                session -> session.updatedAt().orElseThrow());
        Map<String, Object> expected = Map.of(
                "id",
                1234L,
                "summary",
                "Worked on it",
                "minutes",
                180,
                "session-date",
                DAY,
                "user-id",
                25L,
                "ticket-id",
                88L,
                "created-at",
                Instant.parse("2013-09-10T18:45:44Z"),
                "updated-at",
                Instant.parse("2013-09-11T18:45:44Z"));
        fields.forEach((name, field) -> probe(operation, "response", name, () -> {
            TimeSession session = call.get();
            server.take();
            assertThat(field.apply(session)).isEqualTo(expected.get(name));
        }));
    }

    private void requests(String operation, String answer, Runnable call) {
        Map<String, String> elements = Map.of(
                "summary", "<summary>Design</summary>",
                "minutes", "<minutes>90</minutes>",
                "session-date", "<session-date>2009-09-05</session-date>",
                "user-id", "<user-id>25</user-id>",
                "ticket-id", "<ticket-id>88</ticket-id>");
        elements.forEach((name, element) -> probe(operation, "request", name, () -> {
            server.answer(200, answer);
            call.run();
            assertThat(server.takeBody()).contains(element);
        }));
    }
}
