package dev.hourbridge.cli;

import java.util.List;
import java.util.Map;

/**
 * One side of a route: a simulated service with two people and what comes down to two projects, A and B. It
 * reads its own state, never through a client.
 */
interface RouteSide extends AutoCloseable {
    /** Its name in a configuration file. */
    String service();

    /** What a configuration file says of it, without the name, a line each. */
    List<String> yaml();

    /** The secrets that the file names. */
    Map<String, String> environment();

    /** Mixed entries. */
    void seed(long seed, int entries);

    /** What it holds. */
    List<Work> works();

    /** How many creates arrived. */
    long posts();

    /** Its two people. */
    List<String> people();

    /** The letters of its projects; none if entries name none. */
    Map<String, String> projects();

    /** The letters of its tasks' projects; none if there are too many to map. */
    Map<String, String> tasks();

    /** Its two activities, if it has any. */
    List<String> activities();

    /** The project of this letter to write to. */
    String project(String letter);

    /** The task in the project of this letter to write to. */
    String task(String letter);

    @Override
    void close();

    static RouteSide start(String service) {
        return switch (service) {
            case "codebase" -> new CodebaseSide();
            case "teamwork" -> new TeamworkSide();
            case "teampulse" -> new TeamPulseSide();
            case "livetimer" -> new LiveTimerSide();
            default -> throw new IllegalArgumentException(service);
        };
    }
}
