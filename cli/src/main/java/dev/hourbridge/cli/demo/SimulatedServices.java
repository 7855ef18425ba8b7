package dev.hourbridge.cli.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The four simulators on this machine, with the same number of entries each.
 *
 * <p>The simulators listen on loopback only and stop when the command ends.
 */
public final class SimulatedServices implements AutoCloseable {
    /** The number of ports that the services use. */
    public static final int COUNT = 4;

    private static final long SEED = 1;

    private final Deque<Simulator<?>> running = new ArrayDeque<>();
    private final CodebaseSimulator codebase;
    private final TeamworkSimulator teamwork;
    private final TeamPulseSimulator teamPulse;
    private final LiveTimerSimulator liveTimer;

    /**
     * Starts and seeds the services.
     *
     * @param firstPort the port of Codebase; Teamwork, TeamPulse and LiveTimer use the next ports; 0 for any free ports
     * @throws UncheckedIOException if a port cannot be used; no simulator runs in this case
     */
    public SimulatedServices(int entries, int firstPort, Year year) {
        try {
            codebase =
                    started(CodebaseSimulator.builder().port(port(firstPort, 0)).start());
            teamwork =
                    started(TeamworkSimulator.builder().port(port(firstPort, 1)).start());
            teamPulse = started(
                    TeamPulseSimulator.builder().port(port(firstPort, 2)).start());
            liveTimer = started(
                    LiveTimerSimulator.builder().port(port(firstPort, 3)).start());
            running.forEach(simulator -> simulator.seed(SEED, entries, year));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static int port(int first, int offset) {
        return first == 0 ? 0 : first + offset;
    }

    private <T extends Simulator<?>> T started(T simulator) {
        running.push(simulator);
        return simulator;
    }

    /**
     * Returns one line of JSON. JSON is valid YAML, so the value of each service can be pasted into a configuration
     * file.
     */
    public String json() throws IOException {
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

    /** Returns a side of a configuration file, without its credentials. */
    private static Map<String, Object> side(String service, Simulator<?> simulator) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("service", service);
        side.put("url", simulator.url().toString());
        return side;
    }

    /** Returns the credentials in the given order. */
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
