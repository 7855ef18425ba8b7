package dev.hourbridge.kafka;

import static dev.hourbridge.kafka.ReadAccount.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.ManualClock;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.codebase.StoredCodebaseSession;
import dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader with the client of each service, on the wire. */
@SuppressWarnings("NullAway.Init") // set by the test
final class ServicesTest {
    private static final Instant NOW = Instant.parse("2024-06-15T12:00:00Z");
    private static final LocalDate OLD = LocalDate.of(2024, 3, 4);

    private final ManualClock clock = new ManualClock(NOW);
    private final List<AutoCloseable> open = new ArrayList<>();
    private TimeTracker tracker;
    private AccountReader reader;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void anOldEditOnTeamworkIsFoundByUpdatedAfterDate() {
        TeamworkSimulator service = teamwork("UTC");
        long entry = service.add(teamworkEntry(Instant.parse("2024-03-04T09:00:00Z")))
                .id();
        assertThat(changes(pass())).containsExactly("snapshot " + entry);
        clock.advance(Duration.ofMinutes(2));
        edit(entry);
        service.requests().clear();

        assertThat(changes(pass())).containsExactly("updated " + entry);
        assertThat(service.requests().all())
                .filteredOn(request -> request.queryNames().contains("updatedAfterDate"))
                .hasSize(1);
        assertThat(service.requests().count())
                .as("a list of changes, and a count for each month")
                .isLessThan(7);
    }

    @Test
    void anOldEditOnTeamPulseIsFoundByItsStamp() {
        TeamPulseSimulator service = teamPulse();
        long entry = service.add(teamPulseEntry(OLD)).id();
        assertThat(changes(pass())).containsExactly("snapshot " + entry);
        clock.advance(Duration.ofMinutes(2));
        edit(entry);

        assertThat(changes(pass())).containsExactly("updated " + entry);
    }

    @Test
    void aTeamPulseThatRejectsTheFilterIsReadByDays() {
        TeamPulseSimulator service = teamPulse();
        long old = service.add(teamPulseEntry(OLD)).id();
        long recent = service.add(teamPulseEntry(LocalDate.of(2024, 6, 14))).id();
        assertThat(changes(pass())).containsExactly("snapshot " + old, "snapshot " + recent);
        clock.advance(Duration.ofMinutes(2));
        edit(old);
        edit(recent);
        service.faults().next(request -> request.method().equals("GET"), Fault.status(400));

        assertThat(changes(pass())).containsExactly("updated " + recent);
        assertThat(service.faults().fired()).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        assertThat(changes(pass())).containsExactly("updated " + old);
    }

    @Test
    void codebaseIsReadByProject() {
        CodebaseSimulator service =
                closed(CodebaseSimulator.builder().clock(clock).start());
        List<String> ids = new ArrayList<>();
        for (String project : service.projects()) {
            ids.add("snapshot " + project + "/"
                    + service.add(StoredCodebaseSession.builder(project, OLD, 60)
                                    .summary("x")
                                    .build())
                            .id());
        }
        read(Map.of(
                "service", "codebase",
                "account.acme.url", service.url().toString(),
                "account.acme.projects", String.join(", ", service.projects()),
                "account.acme.credentials.account", service.account(),
                "account.acme.credentials.username", service.username(),
                "account.acme.credentials.apiKey", service.apiKey()));

        List<SourceRecord> records = pass();

        assertThat(changes(records)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(records)
                .extracting(record -> record.sourcePartition().get("project"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        clock.advance(Duration.ofHours(25));
        assertThat(pass()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31T00:30:00Z, 2024-03-31T00:30Z, 2024-03-31",
        "2024-03-31T01:30:00Z, 2024-03-31T02:30+01:00, 2024-03-31",
        "2024-03-31T22:30:00Z, 2024-03-31T23:30+01:00, 2024-03-31",
        "2024-03-31T23:30:00Z, 2024-04-01T00:30+01:00, 2024-04-01",
        "2023-10-29T00:30:00Z, 2023-10-29T01:30+01:00, 2023-10-29",
        "2023-10-29T01:30:00Z, 2023-10-29T01:30Z, 2023-10-29",
    })
    void onDaysOfAClockChangeAnEntryKeepsItsDayAndOffset(Instant start, String text, LocalDate day) {
        TeamworkSimulator service = teamwork("Europe/Dublin");
        service.add(teamworkEntry(start));

        List<SourceRecord> records = pass();

        assertThat(records).singleElement().satisfies(record -> {
            Struct value = (Struct) record.value();
            assertThat(value.getString("start")).isEqualTo(text);
            assertThat(value.get("start_utc")).isEqualTo(Date.from(start));
            assertThat(value.get("date")).isEqualTo(Date.from(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
        });
        clock.advance(Duration.ofHours(25));
        assertThat(pass()).as("the census compares the same days").isEmpty();
    }

    private TeamworkSimulator teamwork(String zone) {
        TeamworkSimulator service = closed(
                TeamworkSimulator.builder().zone(ZoneId.of(zone)).clock(clock).start());
        read(Map.of(
                "service",
                "teamwork",
                "account.acme.url",
                service.url().toString(),
                "account.acme.zone",
                zone,
                "account.acme.credentials.apiKey",
                service.apiKey()));
        return service;
    }

    private TeamPulseSimulator teamPulse() {
        TeamPulseSimulator service =
                closed(TeamPulseSimulator.builder().clock(clock).start());
        read(Map.of(
                "service", "teampulse",
                "account.acme.url", service.url().toString(),
                "account.acme.credentials.username", service.username(),
                "account.acme.credentials.password", service.password()));
        return service;
    }

    private static StoredTeamworkEntry teamworkEntry(Instant start) {
        return StoredTeamworkEntry.builder(999, 999, start, 60).build();
    }

    private static StoredTeamPulseEntry teamPulseEntry(LocalDate day) {
        return StoredTeamPulseEntry.builder(1, 10, day, BigDecimal.ONE).build();
    }

    private void edit(long entry) {
        tracker.update(
                TimeEntryId.of(tracker.account(), Long.toString(entry)),
                TimeEntryUpdate.builder().note("edited").build());
    }

    private <T extends AutoCloseable> T closed(T service) {
        open.add(service);
        return service;
    }

    private void read(Map<String, String> of) {
        Map<String, String> properties = new HashMap<>(of);
        properties.putAll(Map.of("accounts", "acme", "topic", "hours", "start.date", "2023-09-01", "slice.days", "31"));
        SourceSettings settings = new SourceSettings(properties);
        tracker = closed(Accounts.open(settings.accounts().get(0), settings, waited -> {}));
        reader = new AccountReader(
                "acme", settings, tracker, Map.of(), new AccountMetrics("test", "acme", clock), clock);
    }

    private List<SourceRecord> pass() {
        clock.advance(Duration.ofMinutes(1));
        List<SourceRecord> records = new ArrayList<>();
        for (Optional<Batch> batch = reader.next(); batch.isPresent(); batch = reader.next()) {
            records.addAll(batch.get().records());
        }
        return records;
    }
}
