package dev.hourbridge.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The four simulators, with the same number of entries each. */
final class SimulatedServices implements AutoCloseable {
    private static final long SEED = 1;

    private final Deque<Simulator<?>> running = new ArrayDeque<>();
    private final CodebaseSimulator codebase = started(CodebaseSimulator.start());
    private final TeamworkSimulator teamwork = started(TeamworkSimulator.start());
    private final TeamPulseSimulator teamPulse = started(TeamPulseSimulator.start());
    private final LiveTimerSimulator liveTimer = started(LiveTimerSimulator.start());

    SimulatedServices(int entries) {
        codebase.seed(SEED, entries);
        teamwork.seed(SEED, entries);
        teamPulse.seed(SEED, entries);
        liveTimer.seed(SEED, entries);
    }

    private <T extends Simulator<?>> T started(T simulator) {
        running.push(simulator);
        return simulator;
    }

    /** One line of JSON. JSON is YAML: each service's value can be pasted into a configuration file. */
    String json() throws IOException {
        Map<String, Object> services = new LinkedHashMap<>();
        Map<String, Object> first = side("codebase", codebase);
        first.put("projects", codebase.projects());
        first.put(
                "credentials",
                credentials(
                        "account", codebase.account(), "username", codebase.username(), "apiKey", codebase.apiKey()));
        services.put("codebase", first);
        Map<String, Object> second = side("teamwork", teamwork);
        second.put("zone", teamwork.zone().getId());
        second.put("credentials", credentials("apiKey", teamwork.apiKey()));
        services.put("teamwork", second);
        Map<String, Object> third = side("teampulse", teamPulse);
        third.put("credentials", credentials("username", teamPulse.username(), "password", teamPulse.password()));
        services.put("teampulse", third);
        Map<String, Object> fourth = side("livetimer", liveTimer);
        fourth.put("credentials", credentials("username", liveTimer.username(), "password", liveTimer.password()));
        services.put("livetimer", fourth);
        return new JsonMapper().writeValueAsString(services);
    }

    private static Map<String, Object> side(String service, Simulator<?> simulator) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("service", service);
        side.put("url", simulator.url().toString());
        return side;
    }

    private static Map<String, String> credentials(String... keysAndValues) {
        Map<String, String> credentials = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            credentials.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return credentials;
    }

    @Override
    public void close() {
        running.forEach(Simulator::close);
    }
}
