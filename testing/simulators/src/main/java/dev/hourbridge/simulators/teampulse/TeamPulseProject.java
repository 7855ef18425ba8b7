package dev.hourbridge.simulators.teampulse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A project with its work types. Guarded by the server's lock. */
final class TeamPulseProject {
    final Set<String> types;
    final Set<Long> closedTo = new TreeSet<>();

    TeamPulseProject(List<String> types) {
        this.types = new LinkedHashSet<>(types);
    }
}
