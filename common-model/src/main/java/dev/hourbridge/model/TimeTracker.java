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
 * <p>Implementations are safe for use by several threads. No method sends requests beyond those
 * documented. Failures throw a {@link HourbridgeException}; an interrupt cancels the call at once, with {@link
 * CallInterruptedException} and the flag restored.
 */
public interface TimeTracker extends AutoCloseable {

    /** Returns the account that the client works on. Makes no request. */
    Account account();

    /** Returns what the service can store and do. Makes no request. */
    Capabilities capabilities();

    /**
     * Returns the entries that match, each once, in the service's order. No request is sent until the list is read.
     *
     * @throws InvalidInputException if a reference in the query is of another account, or of a kind
     *     that the service does not know
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
     * <p>The POST is sent again only if nothing of it can have been processed: it was never sent, or the
     * response was a throttle or a challenge for a new token.
     *
     * @throws InvalidInputException before any request, for a field that the service does not accept, or requires and
     *     is not set
     * @throws HourbridgeException whose {@link HourbridgeException#outcome()} states what is known about
     *     the entry
     */
    TimeEntryId create(NewTimeEntry entry);

    /**
     * Prepares a create without sending it: checks the entry and waits for a permit of the limiter. {@link
     * PreparedCreate#send()} then sends the POST and nothing else. For callers that must record what they are about to
     * send.
     *
     * <p>The default prepares nothing: sending calls {@link #create}, with its checks and waits. A client whose
     * transport waits or retries should override it.
     *
     * @throws InvalidInputException as {@link #create} does
     */
    default PreparedCreate prepare(NewTimeEntry entry) {
        return () -> create(entry);
    }

    /**
     * Changes an entry.
     *
     * @throws InvalidInputException before any request, for a field that the service does not accept, or an update that
     *     {@linkplain TimeEntryUpdate#isEmpty() leaves everything}
     * @throws NotFoundException if there is no entry with this id
     */
    void update(TimeEntryId id, TimeEntryUpdate update);

    /**
     * Prepares an update without sending it: waits for a permit of the limiter. {@link PreparedUpdate#send} then sends
     * the PUT once. For callers that read the entry immediately before, so as not to overwrite a change of another
     * user.
     *
     * <p>The default prepares nothing: sending calls {@link #update}, with its waits and retries. A client whose
     * transport waits or retries should override it.
     *
     * @throws InvalidInputException if the id is of another account; by the default, when it is sent
     */
    default PreparedUpdate prepareUpdate(TimeEntryId id) {
        return (current, update) -> update(id, update);
    }

    /**
     * Deletes an entry. An entry that no longer exists after a response was lost counts as deleted.
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
     * Returns the service's own count of the entries that match. At most two requests.
     *
     * <p>Days begin and end as those of {@link #total} do: {@link Capabilities#total()} states how the count can be
     * compared with the entries of {@link #list}.
     *
     * @return empty if the service does not count, or not for exactly these conditions
     * @throws InvalidInputException as {@link #list} does
     */
    default OptionalLong count(TimeEntryQuery query) {
        return OptionalLong.empty();
    }

    /**
     * Returns the service's own sum of the durations of the entries that match: a check that does not depend on {@link
     * #list}.
     *
     * @return empty if the service has no sum, or not for exactly these conditions
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
     * Returns the directory of the account, where the client has one. Sends no request.
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
