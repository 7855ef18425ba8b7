package dev.hourbridge.kafka;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.conformance.SampleCapabilities;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.Service;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.simulators.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** An account in memory, the reader under test, and Kafka's storage of its offsets. Today is 15 June 2024. */
final class ReadAccount {
    static final LocalDate TODAY = LocalDate.of(2024, 6, 15);

    final Account account = Account.of(Service.of("livetimer"), "acme");
    final ManualClock clock = new ManualClock(Instant.parse("2024-06-15T12:00:00Z"));
    final InMemoryTimeTracker service;
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "service", "livetimer",
            "accounts", "acme",
            "account.acme.url", "https://acme.example.com",
            "account.acme.credentials.username", "walter",
            "account.acme.credentials.password", "invented",
            "topic", "hours",
            "start.date", "2024-03-01"));
    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private TimeTracker tracker;
    private AccountReader reader;

    /** An account whose service counts entries and does not list changes. */
    ReadAccount() {
        this(SampleCapabilities.liveTimer());
    }

    ReadAccount(Capabilities capabilities) {
        this(capabilities, 100_000);
    }

    ReadAccount(Capabilities capabilities, int pageSize) {
        service = InMemoryTimeTracker.builder(account, capabilities)
                .owner("25")
                .pageSize(pageSize)
                .clock(clock)
                .build();
        tracker = service;
        reader = open();
    }

    ReadAccount with(String key, String value) {
        properties.put(key, value);
        restart();
        return this;
    }

    ReadAccount through(TimeTracker between) {
        tracker = between;
        restart();
        return this;
    }

    /** Starts a reader again from the committed offsets. */
    void restart() {
        reader = open();
    }

    TimeEntry enter(LocalDate day, String note) {
        return enter(service.newId().id(), day, note);
    }

    TimeEntry enter(String id, LocalDate day, String note) {
        return service.put(TimeEntry.builder()
                .id(TimeEntryId.of(account, id))
                .workTime(WorkTime.on(day, Duration.ofHours(1)))
                .person(PersonRef.of(account, "25"))
                .project(ProjectRef.of(account, "29"))
                .note(note)
                .audit(Audit.builder()
                        .createdAt(clock.instant())
                        .updatedAt(clock.instant())
                        .build())
                .build());
    }

    /** Changes an entry and its stamp. */
    TimeEntry edit(TimeEntry entry, UnaryOperator<TimeEntry.Builder> change) {
        return service.put(change.apply(entry.toBuilder())
                .audit(entry.audit().toBuilder().updatedAt(clock.instant()).build())
                .build());
    }

    /** Reads until nothing is due; commits every batch. */
    List<SourceRecord> pass() {
        List<SourceRecord> records = new ArrayList<>();
        for (Optional<Batch> batch = next(); batch.isPresent(); batch = next()) {
            records.addAll(batch.get().records());
        }
        return records;
    }

    /** Reads one batch and commits it. */
    Optional<Batch> next() {
        Optional<Batch> batch = reader.next();
        batch.ifPresent(this::commit);
        return batch;
    }

    /** Commits a batch that was read with {@link #nextLost}. */
    void commit(Batch batch) {
        batch.records().forEach(record -> ((EntryRecord) record).acknowledged());
        offsets.put(batch.last().sourcePartition(), batch.last().sourceOffset());
    }

    /** Reads one batch, which is lost unless it is committed. */
    Optional<Batch> nextLost() {
        return reader.next();
    }

    /** Returns the committed offsets. */
    Collection<Map<String, ?>> offsets() {
        return offsets.values();
    }

    /** Returns the reader. */
    AccountReader reader() {
        return reader;
    }

    SourceSettings settings() {
        return new SourceSettings(properties);
    }

    void postpone(Duration pause) {
        reader.postpone(pause);
    }

    List<SourceRecord> passAfter(Duration pause) {
        clock.advance(pause);
        return pass();
    }

    static List<String> changes(List<SourceRecord> records) {
        return records.stream()
                .map(record ->
                        record.headers().lastWithName("hourbridge.change").value() + " "
                                + ((Struct) record.key()).getString("id")
                                + (record.value() == null ? " tombstone" : ""))
                .toList();
    }

    private AccountReader open() {
        SourceSettings settings = new SourceSettings(properties);
        Map<MonthPartition, MonthState> states = new HashMap<>();
        offsets.forEach((partition, offset) -> states.put(MonthPartition.from(partition), MonthState.from(offset)));
        return new AccountReader(
                "acme",
                settings,
                tracker,
                states,
                new AccountMetrics("test", "acme", clock),
                clock.withZone(ZoneOffset.UTC));
    }
}
