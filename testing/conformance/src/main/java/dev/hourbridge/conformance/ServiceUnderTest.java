package dev.hourbridge.conformance;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.ProjectRef;
import dev.hourbridge.model.TaskRef;
import dev.hourbridge.model.TimeTracker;
import java.util.List;

/**
 * A service for testing a client: a fake or a test account. It must have all the people, projects and tasks that these
 * methods return. Use it from one thread only.
 *
 * <p>A client's conformance test implements this interface once. The request counts come from the service, because the
 * client may not know what it sent.
 *
 */
public interface ServiceUnderTest extends AutoCloseable {
    /** Returns the client, always the same one. A test may close it; it is closed after the test in any case. */
    TimeTracker tracker();

    /**
     * Returns a client with the same account and credentials that does not know their owner. The caller closes it. It
     * is the same as {@link #tracker()} if the credentials can write entries for other people.
     */
    default TimeTracker ownerless() {
        return tracker();
    }

    /**
     * Returns one or more people. The client writes entries for the first person, and for others if its capabilities
     * state this.
     */
    List<PersonRef> people();

    /** Returns two or more projects; none if entries have no project. */
    List<ProjectRef> projects();

    /**
     * Returns two or more tasks, the first in the first project, the second in the second project, and so on; none if
     * there are no tasks.
     */
    List<TaskRef> tasks();

    /** Returns two or more activities that are valid for every project; none if there are no activities. */
    List<ActivityRef> activities();

    /**
     * Returns a valid entry on the morning of a working day in June 2024, for the first person and the first project or
     * task. It has the required fields only.
     */
    NewTimeEntry base();

    /** Adds the given number of entries, for several people and days if possible, without using the client. */
    void seed(int entries);

    /**
     * Adds an entry. The default implementation creates it with the client; a read-only service overrides this method.
     *
     * @param entry an entry with the fields of {@link #base()} and any other value that the service can return
     */
    default void add(NewTimeEntry entry) {
        tracker().create(entry);
    }

    /** Returns the number of requests received. */
    long requests();

    /** Returns the number of create requests received. */
    long creates();

    /** Stops the service. */
    @Override
    void close();
}
