package dev.hourbridge.simulators.teampulse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A project with its work types. Guarded by the server's lock. */
final class TeamPulseProject {
    /** The names of the project's work types, in the order in which they were added. */
    final Set<String> types;

    /** The ids of the users who may not see the project. */
    final Set<Long> closedTo = new TreeSet<>();

    TeamPulseProject(List<String> types) {
        this.types = new LinkedHashSet<>(types);
    }
}
