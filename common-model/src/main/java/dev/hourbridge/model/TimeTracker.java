package dev.hourbridge.model;

import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The operations that all time-tracking services have in common. Every client implements this interface, so a program
 * that uses it works with all of them.
 *
 * <p>Implementations are thread-safe. No method sends requests beyond those documented. Failures throw an {@link
 * HourbridgeException}. An interrupt cancels the call immediately; the call throws {@link CallInterruptedException} and
 * restores the interrupt flag.
 */
public interface TimeTracker extends AutoCloseable {

    /** Returns the account that the client accesses. Sends no request. */
    Account account();

    /** Returns what the service can store and do. Sends no request. */
    Capabilities capabilities();

    /**
     * Returns the entries that match, each once, in the service's order. No request is sent until the list is read.
     *
     * @throws InvalidInputException if a reference in the query belongs to another account, or the service does not
     *     support this kind of reference
     */
    Pager<TimeEntry> list(TimeEntryQuery query);

    /**
     * Returns one entry.
     *
     * @throws NotFoundException if there is no entry with this id
     */
    TimeEntry get(TimeEntryId id);

    /**
     * Creates an entry with exactly one POST and no other request.
     *
     * <p>The POST is sent again only if the service cannot have processed it: if it was never sent, or if the service
     * throttled it or responded with a challenge for a new token.
     *
     * @throws InvalidInputException before any request, if a field is set that the service does not accept, or if a
     *     required field is not set
     * @throws HourbridgeException if the create fails; {@link HourbridgeException#outcome()} states what is known about
     *     the entry
     */
    TimeEntryId create(NewTimeEntry entry);

    /**
     * Prepares a create without sending it: checks the entry and waits for a permit from the rate limiter. {@link
     * PreparedCreate#send()} then sends the POST and nothing else. Use this if you must record what you are about to
     * send.
     *
     * <p>The default implementation prepares nothing: {@code send()} calls {@link #create}, with its checks and waits.
     * A client whose transport waits or retries should override it.
     *
     * @throws InvalidInputException as {@link #create} does
     */
    default PreparedCreate prepare(NewTimeEntry entry) {
        return () -> create(entry);
    }

    /**
     * Changes an entry.
     *
     * @throws InvalidInputException before any request, if a field is set that the service does not accept, or if the
     *     update {@linkplain TimeEntryUpdate#isEmpty() changes nothing}
     * @throws NotFoundException if there is no entry with this id
     */
    void update(TimeEntryId id, TimeEntryUpdate update);

    /**
     * Prepares an update without sending it: waits for a permit from the rate limiter. {@link PreparedUpdate#send} then
     * sends the PUT once. Use this if you read the entry immediately before the update, so as not to overwrite another
     * user's change.
     *
     * <p>The default implementation prepares nothing: {@code send} calls {@link #update}, with its waits and retries. A
     * client whose transport waits or retries should override it.
     *
     * @throws InvalidInputException if the id belongs to another account. The default implementation throws it when the
     *     update is sent
     */
    default PreparedUpdate prepareUpdate(TimeEntryId id) {
        return (current, update) -> update(id, update);
    }

    /**
     * Deletes an entry. If a response was lost and the entry no longer exists, the entry counts as deleted.
     *
     * @throws NotFoundException if the first attempt found no entry with this id
     */
    void delete(TimeEntryId id);

    /**
     * Prepares a deletion without sending it, as {@link #prepareUpdate} does for an update.
     *
     * @throws InvalidInputException as {@link #prepareUpdate} does
     */
    default PreparedDelete prepareDelete(TimeEntryId id) {
        return () -> delete(id);
    }

    /**
     * Returns the number of matching entries as counted by the service. Sends at most two requests.
     *
     * <p>Days begin and end as they do for {@link #total}. {@link Capabilities#total()} states how the count can be
     * compared with the entries of {@link #list}.
     *
     * @return the count; empty if the service reports none for exactly these conditions
     * @throws InvalidInputException as {@link #list} does
     */
    default OptionalLong count(TimeEntryQuery query) {
        return OptionalLong.empty();
    }

    /**
     * Returns the total duration of the matching entries as computed by the service, for a check that is independent of
     * {@link #list}.
     *
     * @return the total; empty if the service reports none for exactly these conditions
     */
    Optional<Duration> total(TimeEntryQuery query);

    /**
     * Returns the current time of the service: the time stated in the last response, plus the time since then. Sends no
     * request.
     *
     * @return the time; empty if no response stated a time, and in the default implementation
     */
    default Optional<Instant> serverTime() {
        return Optional.empty();
    }

    /** Closes this client: cancels calls in flight and releases its threads, connections and open lists. Idempotent. */
    @Override
    void close();

    /**
     * Returns the directory of the account. Sends no request.
     *
     * @return the directory; empty if the service or its API has none
     */
    default Optional<Directory> directory() {
        return Optional.empty();
    }

    /**
     * Returns a reference to a person in this account. Sends no request.
     *
     * @param id the person's id in the service, as text
     * @throws InvalidInputException if the id is blank or null
     */
    default PersonRef person(String id) {
        return PersonRef.of(account(), id);
    }

    /**
     * Returns a reference to a project in this account. Sends no request.
     *
     * @param id the project's id in the service, as text; for Codebase, its permalink
     * @throws InvalidInputException if the id is blank or null
     */
    default ProjectRef project(String id) {
        return ProjectRef.of(account(), id);
    }

    /**
     * Returns a reference to a task in this account. Sends no request.
     *
     * @param id the task's id in the service, as text; for Codebase, {@code project/ticket}
     * @throws InvalidInputException if the id is blank or null
     */
    default TaskRef task(String id) {
        return TaskRef.of(account(), id);
    }

    /**
     * Returns a reference to an activity in this account. Sends no request.
     *
     * @param id the activity's id in the service, as text; for TeamPulse, its name
     * @throws InvalidInputException if the id is blank or null
     */
    default ActivityRef activity(String id) {
        return ActivityRef.of(account(), id);
    }

    /**
     * Returns the id of an entry in this account. Sends no request.
     *
     * @param id the entry's id in the service, as text; for Codebase, {@code project/session}
     * @throws InvalidInputException if the id is blank or null
     */
    default TimeEntryId entryId(String id) {
        return TimeEntryId.of(account(), id);
    }
}
