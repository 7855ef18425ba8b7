package dev.hourbridge.conformance;

import dev.hourbridge.model.Account;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entries of one service in memory, shared by all of its clients. Thread-safe. */
final class EntryStore {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final int NOT_FOUND = 404;

    private final Map<TimeEntryId, TimeEntry> entries = new LinkedHashMap<>();
    private long lastId = 1000;
    private long requests;
    private long creates;

    /** Returns the entries, oldest first. */
    synchronized List<TimeEntry> all() {
        return List.copyOf(entries.values());
    }

    /** Adds an entry, or replaces the entry with the same id. Later ids are higher than any numeric id added. */
    synchronized void put(TimeEntry entry) {
        entries.put(entry.id(), entry);
        if (NUMBER.matcher(entry.id().id()).matches()) {
            lastId = Math.max(lastId, Long.parseLong(entry.id().id()));
        }
    }

    /** Removes an entry as if it had never existed. */
    synchronized void remove(TimeEntryId id) {
        entries.remove(id);
    }

    /** Returns an id that no entry has had. */
    synchronized TimeEntryId newId(Account account) {
        return TimeEntryId.of(account, Long.toString(++lastId));
    }

    /**
     * Returns an entry.
     *
     * @throws dev.hourbridge.model.NotFoundException if there is no entry with this id
     */
    synchronized TimeEntry get(TimeEntryId id) {
        TimeEntry entry = entries.get(id);
        if (entry == null) {
            throw notFound("GET", null);
        }
        return entry;
    }

    /** Replaces an entry. If the change throws an exception, no request is counted. */
    synchronized void update(TimeEntryId id, UnaryOperator<TimeEntry> change) {
        TimeEntry entry = entries.get(id);
        TimeEntry changed = entry == null || entry.deleted() ? null : change.apply(entry);
        requests++;
        if (changed == null) {
            throw notFound("PUT", WriteOutcome.REJECTED);
        }
        entries.put(id, changed);
    }

    /**
     * Deletes an entry.
     *
     * @throws dev.hourbridge.model.NotFoundException if there is no entry with this id, or it is marked as deleted
     */
    synchronized void delete(TimeEntryId id) {
        TimeEntry entry = entries.get(id);
        if (entry == null || entry.deleted()) {
            throw notFound("DELETE", WriteOutcome.REJECTED);
        }
        entries.remove(id);
    }

    /** Returns the exception of a service that has no entry with this id. */
    private static NotFoundException notFound(String method, @Nullable WriteOutcome outcome) {
        Failure.Builder failure = Failure.builder(method + " found no entry with this id.")
                .status(NOT_FOUND)
                .attempts(1);
        if (outcome != null) {
            failure.outcome(outcome);
        }
        return new NotFoundException(failure.build());
    }

    /** Counts a request other than a create. */
    synchronized void countRequest() {
        requests++;
    }

    /** Counts a request that creates an entry. */
    synchronized void countCreate() {
        requests++;
        creates++;
    }

    /** Returns the number of requests, including creates. */
    synchronized long requests() {
        return requests;
    }

    /** Returns the number of creates. */
    synchronized long creates() {
        return creates;
    }
}
