package dev.hourbridge.cli;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** LiveTimer, where everybody writes with a credential of their own. */
final class LiveTimerSide implements RouteSide {
    private static final int LONG_NOTES = 5;

    private final LiveTimerSimulator simulator = LiveTimerSimulator.start();
    private long second = 26;
    private String secondName = "olive";

    /** Another second person. */
    void second(String password) {
        second += 2;
        secondName = "olive" + second;
        simulator.addUser(second, secondName, password, false);
    }

    @Override
    public String service() {
        return "livetimer";
    }

    @Override
    public List<String> yaml() {
        return List.of(
                "url: " + simulator.url(),
                "credentials: { username: walter, password: \"${WALTERS_PASSWORD}\" }",
                "people:",
                "  \"25\": { username: walter, password: \"${WALTERS_PASSWORD}\" }",
                "  \"" + second + "\": { username: " + secondName + ", password: \"${OLIVES_PASSWORD}\" }");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "WALTERS_PASSWORD", simulator.password("walter"), "OLIVES_PASSWORD", simulator.password(secondName));
    }

    @Override
    public void seed(long seed, int entries) {
        simulator.seed(seed, entries - LONG_NOTES);
        for (int i = 0; i < LONG_NOTES; i++) {
            simulator.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2024, 5, i + 1), 90)
                    .projectId(29)
                    .note("A long note. ".repeat(10 + i))
                    .build());
        }
    }

    @Override
    public List<Work> works() {
        return simulator.entries().stream().map(this::work).toList();
    }

    private Work work(StoredLiveTimerEntry entry) {
        String project = entry.taskId().isPresent()
                ? tasks().getOrDefault(id(entry.taskId()), "?")
                : entry.projectId().isPresent() ? projects().getOrDefault(id(entry.projectId()), "?") : "";
        return new Work(
                Integer.toString(people().indexOf(Long.toString(entry.userId()))),
                project,
                entry.taskId().isPresent(),
                entry.activityId().isPresent() ? Integer.toString(activities().indexOf(id(entry.activityId()))) : "",
                !project.isEmpty(),
                entry.note(),
                entry.startTime()
                        .map(OffsetDateTime::toLocalDate)
                        .or(entry::startDate)
                        .orElseThrow(),
                entry.startTime().orElse(null),
                entry.minutes() * 60L,
                false,
                false,
                false);
    }

    private static String id(OptionalLong id) {
        return Long.toString(id.orElseThrow());
    }

    @Override
    public long posts() {
        return simulator.requests().count("create");
    }

    @Override
    public List<String> people() {
        return List.of("25", Long.toString(second));
    }

    @Override
    public Map<String, String> projects() {
        return Map.of("30", "A", "28", "A", "29", "B", "31", "B");
    }

    @Override
    public Map<String, String> tasks() {
        return Map.of("40", "A", "41", "A", "43", "B");
    }

    @Override
    public List<String> activities() {
        return List.of("16", "17");
    }

    @Override
    public String project(String letter) {
        return letter.equals("A") ? "30" : "29";
    }

    @Override
    public String task(String letter) {
        return letter.equals("A") ? "40" : "43";
    }

    @Override
    public void close() {
        simulator.close();
    }
}
