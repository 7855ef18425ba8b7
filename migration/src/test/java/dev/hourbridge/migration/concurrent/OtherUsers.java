package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** People who work on the target too. They remember how they left each row. */
final class OtherUsers {
    private final InMemoryTimeTracker service;
    private final Clock clock;

    /** Each row as they left it; empty for one that they deleted. */
    private final Map<TimeEntryId, Optional<TimeEntry>> left = new LinkedHashMap<>();

    OtherUsers(InMemoryTimeTracker service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    /** Changes a row, and gives it as it is then. */
    synchronized TimeEntry edit(TimeEntry row, Change... changes) {
        TimeEntry changed = row;
        for (Change change : changes) {
            changed = change.in(changed, service.capabilities().placement());
        }
        return leave(changed.toBuilder()
                .audit(row.audit().toBuilder().updatedAt(clock.instant()).build())
                .build());
    }

    /** Enters a row of their own that is like another one. */
    synchronized TimeEntry enter(TimeEntry like, Change... changes) {
        TimeEntry row = like;
        for (Change change : changes) {
            row = change.in(row, service.capabilities().placement());
        }
        return leave(row.toBuilder()
                .id(service.newId())
                .audit(like.audit().toBuilder()
                        .createdAt(clock.instant())
                        .updatedAt(clock.instant())
                        .build())
                .build());
    }

    synchronized void delete(TimeEntry row) {
        service.remove(row.id());
        left.put(row.id(), Optional.empty());
    }

    /** Deletes a row and enters the same again. */
    synchronized TimeEntry recreate(TimeEntry row) {
        delete(row);
        return enter(row);
    }

    private TimeEntry leave(TimeEntry row) {
        left.put(row.id(), Optional.of(row));
        return service.put(row);
    }

    /** Whether they edited, entered or deleted the row with this id. */
    synchronized boolean haveLeft(TimeEntryId id) {
        return left.containsKey(id);
    }

    /** Fails if a row that they edited or entered was overwritten or deleted, or one that they deleted is back. */
    void assertNothingOfTheirsWasTouched() {
        assertNothingOfTheirsWasTouched(row -> false);
    }

    /**
     * Fails if something of theirs was touched, except rows that cannot be known to be theirs: those may be deleted.
     *
     * @param cannotBeKnown of the rows as they left them
     */
    synchronized void assertNothingOfTheirsWasTouched(Predicate<TimeEntry> cannotBeKnown) {
        Map<TimeEntryId, TimeEntry> now = new LinkedHashMap<>();
        service.entries().forEach(row -> now.put(row.id(), row));
        left.forEach((id, row) -> {
            if (now.containsKey(id) || row.filter(cannotBeKnown).isEmpty()) {
                assertThat(Optional.ofNullable(now.get(id)))
                        .as("row %s as another user left it", id.id())
                        .isEqualTo(row);
            }
        });
    }
}
