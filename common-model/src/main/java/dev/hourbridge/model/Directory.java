package dev.hourbridge.model;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The people, projects and tasks in an account that are visible to the credentials, with their names.
 *
 * <!-- with: TimeTracker tracker -->
 * <pre>{@code
 * tracker.directory().ifPresent(directory -> {
 *   for (Named<PersonRef> person : directory.people()) {
 *     System.out.println(person.ref().id() + " " + person.name());
 *   }
 * });
 * }</pre>
 *
 * <p>Each iterator reads its list from the service. Thread-safe. Failures throw an {@link HourbridgeException}.
 */
public interface Directory {

    /** Returns the people in the account. */
    Pager<Named<PersonRef>> people();

    /**
     * Returns the people on a project.
     *
     * @throws InvalidInputException if the reference belongs to another account
     */
    Pager<Named<PersonRef>> peopleOf(ProjectRef project);

    /** Returns the projects. Archived projects are missing if the service omits them by default. */
    Pager<Named<ProjectRef>> projects();

    /**
     * Returns the tasks of a project. Completed tasks are missing if the service omits them by default.
     *
     * @throws InvalidInputException if the reference belongs to another account
     */
    Pager<Named<TaskRef>> tasksOf(ProjectRef project);

    /** Returns the owner of the credentials. Sends a request. */
    Named<PersonRef> owner();

    /**
     * Returns the zone that the owner of the credentials has set; empty if the service does not return it. Sends a
     * request.
     */
    Optional<ZoneId> zone();
}
