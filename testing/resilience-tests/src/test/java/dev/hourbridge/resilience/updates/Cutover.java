package dev.hourbridge.resilience.updates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RequestEvent;
import dev.hourbridge.http.RequestListener;
import dev.hourbridge.migration.DeletedEntries;
import dev.hourbridge.migration.LedgerDoor;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.model.Account;
import dev.hourbridge.model.Capabilities;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.Simulated;
import dev.hourbridge.simulators.FaultPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A ledger of two sent entries between a source in memory and a simulated service, and another user of that service who
 * edits the first row right after the first response to a write, or the lack of one. The migration's client has the default
 * retry policy.
 */
final class Cutover implements AutoCloseable {
    static final String EDITED = "edited by a colleague";

    private static final LocalDate DAY = LocalDate.of(2024, 6, 12);

    private final Simulated simulated;
    private final Path ledger;
    private final InMemoryTimeTracker source;
    private final TimeTracker target;
    private final Service service;
    private boolean edits;
    private int changes;

    Cutover(Service service, Path ledger) {
        this.service = service;
        this.ledger = ledger;
        simulated = Simulated.of(service);
        target = simulated
                .clients()
                .apply(HttpOptions.builder()
                        .sleeper(duration -> {})
                        .listener(new RequestListener() {
                            @Override
                            public void attemptEnd(RequestEvent event) {
                                answered(event.method());
                            }
                        })
                        .build());
        Capabilities capabilities = Capabilities.builder()
                .readable(EnumSet.of(
                        EntryField.PERSON, EntryField.PROJECT, EntryField.NOTE, EntryField.DATE, EntryField.DURATION))
                .writable(EnumSet.allOf(EntryField.class))
                .build();
        source = InMemoryTimeTracker.builder(
                        Account.of(dev.hourbridge.model.Service.of("memory"), "source"), capabilities)
                .build();
        add(0);
        add(1);
        try (Migration migration = migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    private void add(int number) {
        source.put(TimeEntry.builder()
                .id(source.newId())
                .person(source.person("1"))
                .project(source.project("10"))
                .workTime(WorkTime.on(DAY.plusDays(number), Duration.ofMinutes(45)))
                .note("work " + number)
                .build());
    }

    FaultPlan faults() {
        return simulated.service().faults();
    }

    Migration migration() {
        Mapping.Builder mapping = Mapping.builder().people(Map.of("1", person()));
        if (service == Service.TEAMPULSE) {
            mapping.defaultTask("10").defaultActivity("Billable");
        } else {
            mapping.projects(Map.of("10", project()));
        }
        return LedgerDoor.quick(Migration.builder()
                .source(source)
                .target(target)
                .range(DAY.withDayOfYear(1), DAY.withDayOfYear(366))
                .mapping(mapping.build())
                .policy(Policy.builder()
                        // One request at a time, so that a fault meets the first row.
                        .parallelism(1)
                        .startPolicy(LocalTime.of(9, 0))
                        .deleted(DeletedEntries.DELETE)
                        .build())
                .sleeper(duration -> {})
                .ledger(ledger)
                .stateDirectory(ledger.resolveSibling("state")));
    }

    private String person() {
        return switch (service) {
            case CODEBASE -> "1234";
            case TEAMWORK -> "999";
            case TEAMPULSE -> "1";
            case LIVETIMER -> "25";
        };
    }

    private String project() {
        return switch (service) {
            case CODEBASE -> "website";
            case TEAMWORK -> "1049";
            case TEAMPULSE -> "10";
            case LIVETIMER -> "29";
        };
    }

    void editSource() {
        TimeEntry first = List.copyOf(source.entries()).get(0);
        source.put(first.toBuilder().note("edited at the source").build());
    }

    void deleteAtSource() {
        source.remove(List.copyOf(source.entries()).get(0).id());
    }

    /** From now on, the other user edits the row as soon as the first write has its response, or has lost it. */
    void letAnotherUserEdit() {
        edits = true;
    }

    private void editRow() {
        TimeEntryUpdate update = TimeEntryUpdate.builder().note(EDITED).build();
        rows().stream()
                .filter(row -> row.workTime().localDate().equals(DAY))
                .forEach(row -> simulated.tracker().update(row.id(), update));
    }

    List<TimeEntry> rows() {
        return simulated.tracker().list(TimeEntryQuery.all()).stream().toList();
    }

    List<String> notes() {
        return rows().stream().map(TimeEntry::note).sorted().toList();
    }

    private void answered(String method) {
        if (method.equals("PUT") || method.equals("DELETE")) {
            changes++;
            if (edits) {
                edits = false;
                editRow();
            }
        }
    }

    /** Returns how many updates and deletions the migration sent. */
    int changes() {
        return changes;
    }

    @Override
    public void close() {
        target.close();
        simulated.close();
    }
}
