package dev.hourbridge.model;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The people, projects and tasks of an account that are visible to the credentials, with their names.
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
 * <p>Each iterator reads its list from the service. Safe for use by several threads. Failures throw a {@link
 * HourbridgeException}.
 */
public interface Directory {

    /** Returns the people of the account. */
    Pager<Named<PersonRef>> people();

    /**
     * Returns the people of a project.
     *
     * @throws InvalidInputException if the reference belongs to another account
     */
    Pager<Named<PersonRef>> peopleOf(ProjectRef project);

    /** Returns the projects, without archived ones where the service leaves them out by default. */
    Pager<Named<ProjectRef>> projects();

    /**
     * Returns the tasks of a project, without completed ones where the service leaves them out by default.
     *
     * @throws InvalidInputException if the reference belongs to another account
     */
    Pager<Named<TaskRef>> tasksOf(ProjectRef project);

    /** Requests the owner of the credentials. */
    Named<PersonRef> owner();

    /** Requests the zone that the owner of the credentials has set; empty if the service does not return it. */
    Optional<ZoneId> zone();
}
