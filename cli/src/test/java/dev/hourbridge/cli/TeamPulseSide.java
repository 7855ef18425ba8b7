package dev.hourbridge.cli;

import dev.hourbridge.simulators.teampulse.StoredTeamPulseEntry;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** TeamPulse, whose entries name no project. */
final class TeamPulseSide implements RouteSide {
    private final TeamPulseSimulator simulator = TeamPulseSimulator.start();

    @Override
    public String service() {
        return "teampulse";
    }

    @Override
    public List<String> yaml() {
        return List.of(
                "url: " + simulator.url(), "credentials: { username: paul, password: \"${TEAMPULSE_PASSWORD}\" }");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("TEAMPULSE_PASSWORD", simulator.password());
    }

    @Override
    public void seed(long seed, int entries) {
        simulator.seed(seed, entries);
    }

    @Override
    public List<Work> works() {
        return simulator.entries().stream().map(this::work).toList();
    }

    private Work work(StoredTeamPulseEntry entry) {
        return new Work(
                Integer.toString(people().indexOf(Long.toString(entry.userId()))),
                tasks().getOrDefault(Long.toString(entry.taskId()), "?"),
                true,
                Integer.toString(activities().indexOf(entry.type())),
                false,
                entry.note().orElse(""),
                entry.date(),
                null,
                entry.hours()
                        .multiply(BigDecimal.valueOf(3600))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                false,
                false,
                false);
    }

    @Override
    public long posts() {
        return simulator.requests().count("create");
    }

    @Override
    public List<String> people() {
        return List.of("1", "2");
    }

    @Override
    public Map<String, String> projects() {
        return Map.of();
    }

    @Override
    public Map<String, String> tasks() {
        return Map.of("10", "A", "11", "A", "20", "B");
    }

    @Override
    public List<String> activities() {
        return List.of("Billable", "Non-Billable");
    }

    @Override
    public String project(String letter) {
        throw new IllegalStateException("entries name no project");
    }

    @Override
    public String task(String letter) {
        return letter.equals("A") ? "10" : "20";
    }

    @Override
    public void close() {
        simulator.close();
    }
}
