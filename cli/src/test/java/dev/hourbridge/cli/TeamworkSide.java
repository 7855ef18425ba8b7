package dev.hourbridge.cli;

import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Teamwork, in New York. */
final class TeamworkSide implements RouteSide {
    private static final int LONG_NOTES = 5;

    private final TeamworkSimulator simulator =
            TeamworkSimulator.builder().zone(Work.NEW_YORK).start();

    @Override
    public String service() {
        return "teamwork";
    }

    @Override
    public List<String> yaml() {
        return List.of(
                "url: " + simulator.url(),
                "zone: America/New_York",
                "credentials: { apiKey: \"${TEAMWORK_API_KEY}\" }");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("TEAMWORK_API_KEY", simulator.apiKey());
    }

    @Override
    public void seed(long seed, int entries) {
        simulator.seed(seed, entries - LONG_NOTES);
        for (int i = 0; i < LONG_NOTES; i++) {
            simulator.add(
                    StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-05-0" + (i + 1) + "T14:00:00Z"), 90)
                            .description("A long note. ".repeat(10 + i))
                            .build());
        }
    }

    @Override
    public List<Work> works() {
        return simulator.entries().stream().map(this::work).toList();
    }

    private Work work(StoredTeamworkEntry entry) {
        OffsetDateTime date = entry.date().atZone(Work.NEW_YORK).toOffsetDateTime();
        return new Work(
                Integer.toString(people().indexOf(Long.toString(entry.personId()))),
                projects().getOrDefault(Long.toString(entry.projectId()), "?"),
                entry.taskId().isPresent(),
                "",
                true,
                entry.description(),
                date.toLocalDate(),
                entry.hasStartTime() ? date : null,
                entry.minutes() * 60L,
                true,
                !entry.tags().isEmpty(),
                !entry.invoiceNo().isEmpty());
    }

    @Override
    public long posts() {
        return simulator.requests().count("create-project")
                + simulator.requests().count("create-task")
                + simulator.requests().count("create-todo-item");
    }

    @Override
    public List<String> people() {
        return List.of("999", "1000");
    }

    @Override
    public Map<String, String> projects() {
        return Map.of("999", "A", "1049", "B");
    }

    @Override
    public Map<String, String> tasks() {
        return Map.of("8001", "A", "7641", "B", "7642", "B");
    }

    @Override
    public List<String> activities() {
        return List.of();
    }

    @Override
    public String project(String letter) {
        return letter.equals("A") ? "999" : "1049";
    }

    @Override
    public String task(String letter) {
        return letter.equals("A") ? "8001" : "7641";
    }

    @Override
    public void close() {
        simulator.close();
    }
}
