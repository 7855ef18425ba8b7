package dev.hourbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.teamwork.TeamworkClient;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** Teamwork's answers, its client, and probes that see no request but their own. */
final class TeamworkProbes implements AutoCloseable {
    static final LocalDate DAY = LocalDate.of(2014, 3, 30);
    static final LocalTime TIME = LocalTime.of(10, 10);
    static final String ENTRY = """
            {"project-id":"101","minutes":"15","isbillable":"1","person-first-name":"Demo","todo-list-name":"Inbox",
             "description":"done","todo-item-name":"Write","todo-list-id":"102",
             "tags":[{"name":"tag1","id":"15990","color":"#2f8de4"}],"company-id":"103","person-id":"104",
             "project-status":"active","project-name":"Site","company-name":"Demo 1 Company","id":"105",
             "date":"2013-10-09T18:05:00Z","todo-item-id":"106","invoiceNo":"INV-1","person-last-name":"User",
             "has-start-time":"1","hours":"2"}""";
    /** The headers of a list of one entry: without them, the client asks for another page. */
    static final Map<String, String> ONE_ENTRY = Map.of("X-Records", "1", "X-Pages", "1", "X-Page", "1");

    static final String LIST = "{\"time-entries\":[" + ENTRY + "],\"STATUS\":\"OK\"}";

    final ContractServer server = new ContractServer("application/json");
    final TeamworkClient client = TeamworkClient.builder()
            .baseUrl(server.url())
            .apiKey("key")
            .zone(ZoneId.of("America/New_York"))
            .build();
    private final ContractSuite suite;

    TeamworkProbes(ContractSuite suite) {
        this.suite = suite;
    }

    /** A probe that sees no request but its own. */
    void fresh(String operation, String kind, String name, Executable check) {
        suite.probe(operation, kind, name, () -> {
            server.forgetRequests();
            check.execute();
        });
    }

    <T, V> void response(String operation, String name, Supplier<T> read, Function<T, V> field, V expected) {
        fresh(
                operation,
                "response",
                name,
                () -> assertThat(field.apply(read.get())).isEqualTo(expected));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
