package dev.hourbridge.conformance;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import java.util.List;

/**
 * A service to try a client on: a fake, or an account for tests. It knows all that is named
 * here. Used by one thread.
 *
 * <p>A client's conformance test implements it once. Counts of requests come from the service and not from the client,
 * which may not know what it sent.
 *
 */
public interface ServiceUnderTest extends AutoCloseable {
    /** The client, the same one each time. It may be closed by a test, and is closed after it. */
    TimeTracker tracker();

    /**
     * A client of the same account and credentials that does not know their owner, which the caller
     * closes; the same as {@link #tracker()} where it writes for others.
     */
    default TimeTracker ownerless() {
        return tracker();
    }

    /** One person or more; the client writes for the first, and for others if its capabilities say so. */
    List<PersonRef> people();

    /** Two projects or more; none if entries name none. */
    List<ProjectRef> projects();

    /** Two tasks or more, the first of the first project, and so on; none if there are no tasks. */
    List<TaskRef> tasks();

    /** Two activities or more that go with every project; none if there are no activities. */
    List<ActivityRef> activities();

    /**
     * An entry that the service takes, of a working day's morning in June 2024, of the first person, on the
     * first project or task, with what is required and nothing else.
     */
    NewTimeEntry base();

    /** Adds so many entries, of several people and days if it can, not by way of the client. */
    void seed(int entries);

    /**
     * Adds an entry. The default creates it with the client; a read-only service overrides this.
     *
     * @param entry an entry with what {@link #base()} has, and any value that the service can show
     */
    default void add(NewTimeEntry entry) {
        tracker().create(entry);
    }

    /** How many requests have arrived. */
    long requests();

    /** How many requests to create an entry have arrived. */
    long creates();

    /** Ends the service. */
    @Override
    void close();
}
