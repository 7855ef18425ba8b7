package dev.hourbridge.simulators.teamwork;

import dev.hourbridge.simulators.internal.Call;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operation of a path and a method, and its id.
 *
 * <p>The request log uses the names of operations, and tests use them to count requests and to plan faults.
 *
 * @param operation the name of the operation
 * @param id the id in the path; 0 for a path without one
 */
record TeamworkRoute(String operation, long id) {
    private static final long NONE = 0;

    private record Path(String method, Pattern pattern, String operation) {
        static Path of(String method, String path, String operation) {
            String regex = path.replace("{id}", "([0-9]{1,18})").replace(".", "\\.");
            return new Path(method, Pattern.compile(regex), operation);
        }
    }

    private static final List<Path> PATHS = List.of(
            Path.of("GET", "/people.json", "people"),
            Path.of("GET", "/projects.json", "projects"),
            Path.of("GET", "/projects/{id}/people.json", "people-project"),
            Path.of("GET", "/projects/{id}/tasks.json", "tasks-project"),
            Path.of("GET", "/me.json", "me"),
            Path.of("GET", "/timezones.json", "timezones"),
            Path.of("GET", "/time_entries.json", "list"),
            Path.of("GET", "/projects/{id}/time_entries.json", "list-project"),
            Path.of("GET", "/todo_items/{id}/time_entries.json", "list-task"),
            Path.of("GET", "/tasks/{id}/time_entries.json", "list-task"),
            Path.of("POST", "/projects/{id}/time_entries.json", "create-project"),
            Path.of("POST", "/tasks/{id}/time_entries.json", "create-task"),
            Path.of("POST", "/todo_items/{id}/time_entries.json", "create-todo-item"),
            Path.of("GET", "/time_entries/{id}.json", "show"),
            Path.of("PUT", "/time_entries/{id}.json", "update"),
            Path.of("DELETE", "/time_entries/{id}.json", "delete"),
            Path.of("GET", "/time/total.json", "total-account"),
            Path.of("GET", "/time_entries/total.json", "total-account"),
            Path.of("GET", "/projects/time/total.json", "totals-per-project"),
            Path.of("GET", "/projects/{id}/time/total.json", "total-project"),
            Path.of("GET", "/tasklists/{id}/time/total.json", "total-tasklist"),
            Path.of("GET", "/tasks/{id}/time/total.json", "total-task"));

    /**
     * Returns the route, or {@code unknown}. Teamwork responds in the same way to an invalid path and an invalid
     * method.
     */
    static TeamworkRoute of(Call call) {
        for (Path path : PATHS) {
            Matcher matcher = path.pattern().matcher(call.path());
            if (path.method().equals(call.method()) && matcher.matches()) {
                return new TeamworkRoute(
                        path.operation(), matcher.groupCount() == 0 ? NONE : Long.parseLong(matcher.group(1)));
            }
        }
        return new TeamworkRoute("unknown", NONE);
    }
}
