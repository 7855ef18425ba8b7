package dev.hourbridge.simulators.teamwork;

/**
 * The items that time entries refer to.
 *
 * <p>Immutable. An item refers to the item that it belongs to: a task to its list, a list to its project, a project to
 * its company.
 */
final class TeamworkItems {
    private TeamworkItems() {}

    record Company(long id, String name) {}

    record Project(long id, String name, boolean active, Company company) {
        /** Returns the status as used in responses. */
        String status() {
            return active ? "active" : "archived";
        }
    }

    record TaskList(long id, String name, Project project) {}

    record Task(long id, String name, TaskList list, int estimatedMinutes, boolean completed) {}

    record Tag(long id, String name) {}

    /** A person, who signs in with an API key. The key is not in the text form. */
    record Person(long id, String firstName, String lastName, String apiKey) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
