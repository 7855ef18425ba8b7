package dev.hourbridge.model;

import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.model.spi.PreparedDelete;
import dev.hourbridge.model.spi.PreparedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The operations that all time-tracking services have in common. Every client implements it, so a program that uses it
 * works with all of them.
 *
 * <p>Implementations are safe for use by several threads. No method sends requests beyond those documented. Failures
 * throw a {@link HourbridgeException}; an interrupt cancels the call at once, which then throws {@link
 * CallInterruptedException} and restores the interrupt flag.
 */
public interface TimeTracker extends AutoCloseable {

    /** Returns the account that the client works on. Makes no request. */
    Account account();

    /** Returns what the service can store and do. Makes no request. */
    Capabilities capabilities();

    /**
     * Returns the entries that match, each once, in the service's order. No request is sent until the list is read.
     *
     * @throws InvalidInputException if a reference in the query belongs to another account, or the service has no such
     *     kind of reference
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
     * <p>The POST is sent again only if the service cannot have processed it: if it was never sent, or the response was
     * a throttle or a challenge for a new token.
     *
     * @throws InvalidInputException before any request, if a field is set that the service does not accept, or a field
     *     that it requires is not set
     * @throws HourbridgeException whose {@link HourbridgeException#outcome()} states what is known about
     *     the entry
     */
    TimeEntryId create(NewTimeEntry entry);

    /**
     * Prepares a create without sending it: checks the entry and waits for a permit of the limiter. {@link
     * PreparedCreate#send()} then sends the POST and nothing else. For callers that must record what they are about to
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
     * @throws InvalidInputException before any request, if a field is set that the service does not accept, or the
     *     update {@linkplain TimeEntryUpdate#isEmpty() changes nothing}
     * @throws NotFoundException if there is no entry with this id
     */
    void update(TimeEntryId id, TimeEntryUpdate update);

    /**
     * Prepares an update without sending it: waits for a permit of the limiter. {@link PreparedUpdate#send} then sends
     * the PUT once. For callers that read the entry immediately before they update it, so that they do not overwrite
     * another user's change.
     *
     * <p>The default implementation prepares nothing: {@code send} calls {@link #update}, with its waits and retries. A
     * client whose transport waits or retries should override it.
     *
     * @throws InvalidInputException if the id belongs to another account; the default implementation throws it when the
     *     update is sent
     */
    default PreparedUpdate prepareUpdate(TimeEntryId id) {
        return (current, update) -> update(id, update);
    }

    /**
     * Deletes an entry. If a response was lost and the entry no longer exists, it counts as deleted.
     *
     * @throws NotFoundException if the first attempt found no entry with this id
     */
    void delete(TimeEntryId id);

    /**
     * Prepares a deletion without sending it, as {@link #prepareUpdate} does.
     *
     * @throws InvalidInputException as {@link #prepareUpdate} does
     */
    default PreparedDelete prepareDelete(TimeEntryId id) {
        return () -> delete(id);
    }

    /**
     * Returns the service's own count of the entries that match. Sends at most two requests.
     *
     * <p>Days begin and end as for {@link #total}: {@link Capabilities#total()} states how the count can be compared
     * with the entries of {@link #list}.
     *
     * @return the count; empty if the service has none for exactly these conditions
     * @throws InvalidInputException as {@link #list} does
     */
    default OptionalLong count(TimeEntryQuery query) {
        return OptionalLong.empty();
    }

    /**
     * Returns the service's own total of the durations of the entries that match, for a check that does not depend on
     * {@link #list}.
     *
     * @return the total; empty if the service has none for exactly these conditions
     */
    Optional<Duration> total(TimeEntryQuery query);

    /**
     * Returns the current time of the service: the time that the last response stated, plus the time since then. Makes
     * no request.
     *
     * @return empty, the default, if no response stated a time
     */
    default Optional<Instant> serverTime() {
        return Optional.empty();
    }

    /**
     * Closes this client: cancels calls in flight, and releases its threads, connections and open lists. Idempotent.
     */
    @Override
    void close();

    /**
     * Returns the directory of the account. Sends no request.
     *
     * @return empty if the service or its API has no directory
     */
    default Optional<Directory> directory() {
        return Optional.empty();
    }

    /**
     * Returns the reference of a person of this account. Sends no request.
     *
     * @param id the service's id of the person, as text
     * @throws InvalidInputException if the id is blank or null
     */
    default PersonRef person(String id) {
        return PersonRef.of(account(), id);
    }

    /**
     * Returns the reference of a project of this account. Sends no request.
     *
     * @param id the service's id of the project, as text; its permalink for Codebase
     * @throws InvalidInputException if the id is blank or null
     */
    default ProjectRef project(String id) {
        return ProjectRef.of(account(), id);
    }

    /**
     * Returns the reference of a task of this account. Sends no request.
     *
     * @param id the service's id of the task, as text; {@code project/ticket} for Codebase
     * @throws InvalidInputException if the id is blank or null
     */
    default TaskRef task(String id) {
        return TaskRef.of(account(), id);
    }

    /**
     * Returns the reference of an activity of this account. Sends no request.
     *
     * @param id the service's id of the activity, as text; its name for TeamPulse
     * @throws InvalidInputException if the id is blank or null
     */
    default ActivityRef activity(String id) {
        return ActivityRef.of(account(), id);
    }

    /**
     * Returns the id of an entry of this account. Sends no request.
     *
     * @param id the service's id of the entry, as text; {@code project/session} for Codebase
     * @throws InvalidInputException if the id is blank or null
     */
    default TimeEntryId entryId(String id) {
        return TimeEntryId.of(account(), id);
    }
}
