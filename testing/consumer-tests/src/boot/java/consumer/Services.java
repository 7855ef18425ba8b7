package consumer;

import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/** A simulator with five entries for each client on the class path, and the properties that configure these clients. */
final class Services implements AutoCloseable {
    private final List<Simulator<?>> simulators = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> properties = new ArrayList<>();

    Services() {
        if (isPresent("teamwork.TeamworkClient")) {
            TeamworkSimulator service = start(TeamworkSimulator.start(), "hourbridge.teamwork");
            set("hourbridge.teamwork.zone", service.zone());
            set("hourbridge.teamwork.api-key", service.apiKey());
        }
        if (isPresent("teampulse.TeamPulseClient")) {
            TeamPulseSimulator service = start(TeamPulseSimulator.start(), "hourbridge.teampulse");
            set("hourbridge.teampulse.username", service.username());
            set("hourbridge.teampulse.password", service.password());
        }
        if (isPresent("livetimer.LiveTimerClient")) {
            LiveTimerSimulator service = start(LiveTimerSimulator.start(), "hourbridge.livetimer");
            set("hourbridge.livetimer.username", service.username());
            set("hourbridge.livetimer.password", service.password());
        }
        if (isPresent("codebase.CodebaseClient")) {
            CodebaseSimulator service = start(CodebaseSimulator.start(), "hourbridge.codebase");
            set("hourbridge.codebase.account", service.account());
            set("hourbridge.codebase.username", service.username());
            set("hourbridge.codebase.api-key", service.apiKey());
            set("hourbridge.codebase.projects", String.join(",", service.projects()));
        }
    }

    static boolean isPresent(String client) {
        return ClassUtils.isPresent("dev.hourbridge." + client, null);
    }

    private <S extends Simulator<?>> S start(S simulator, String prefix) {
        simulators.add(simulator);
        prefixes.add(prefix);
        simulator.seed(1, 5);
        set(prefix + ".url", simulator.url());
        return simulator;
    }

    private void set(String property, Object value) {
        properties.add("--" + property + "=" + value);
    }

    /** Returns the properties that configure the clients, as arguments, and more arguments. */
    String[] arguments(String... more) {
        return Stream.concat(properties.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Returns these arguments with a property of each client. */
    String[] argumentsForEach(String property, Object value) {
        return arguments(prefixes.stream()
                .map(each -> "--" + each + "." + property + "=" + value)
                .toArray(String[]::new));
    }

    int count() {
        return simulators.size();
    }

    /** Returns the largest number of requests that a simulator got since {@link #forgetRequests}. */
    long mostRequests() {
        return simulators.stream()
                .mapToLong(each -> each.requests().count())
                .max()
                .orElseThrow();
    }

    void forgetRequests() {
        simulators.forEach(each -> each.requests().clear());
    }

    @Override
    public void close() {
        simulators.forEach(Simulator::close);
    }
}
