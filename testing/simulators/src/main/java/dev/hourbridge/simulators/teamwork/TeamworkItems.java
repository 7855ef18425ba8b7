package dev.hourbridge.simulators.teamwork;

/** The items that time entries refer to. */
final class TeamworkItems {
    private TeamworkItems() {}

    record Company(long id, String name) {}

    record Project(long id, String name, boolean active, Company company) {
        String status() {
            return active ? "active" : "archived";
        }
    }

    record TaskList(long id, String name, Project project) {}

    record Task(long id, String name, TaskList list, int estimatedMinutes, boolean completed) {}

    record Tag(long id, String name) {}

    record Person(long id, String firstName, String lastName, String apiKey) {
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }
}
