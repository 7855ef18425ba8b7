package dev.hourbridge.resilience;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.Simulator;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;

/**
 * A simulated service, running, and a client of it that sends nothing twice.
 *
 * @param service the service
 * @param tracker its client
 * @param seeding adds entries to the service
 */
public record Simulated(Simulator<?> service, TimeTracker tracker, Seeding seeding) implements AutoCloseable {
    /** Adds so many entries, the same for the same seed. */
    public interface Seeding {
        /** Adds them. */
        void seed(long seed, int entries);
    }

    /** Starts it. */
    public static Simulated of(Service service) {
        HttpOptions once = Service.once().build();
        return switch (service) {
            case CODEBASE -> codebase(CodebaseSimulator.start(), once);
            case TEAMWORK -> teamwork(TeamworkSimulator.start(), once);
            case TEAMPULSE -> teamPulse(TeamPulseSimulator.start(), once);
            case LIVETIMER -> liveTimer(LiveTimerSimulator.start(), once);
        };
    }

    private static Simulated codebase(CodebaseSimulator service, HttpOptions once) {
        TimeTracker tracker = CodebaseClient.builder()
                .baseUrl(service.url().toString())
                .account(service.account())
                .username(service.username())
                .apiKey(service.apiKey())
                .projects(service.projects())
                .http(once)
                .build();
        return new Simulated(service, tracker, service::seed);
    }

    private static Simulated teamwork(TeamworkSimulator service, HttpOptions once) {
        TimeTracker tracker = TeamworkClient.builder()
                .baseUrl(service.url().toString())
                .apiKey(service.apiKey())
                .zone(service.zone())
                .http(once)
                .build();
        return new Simulated(service, tracker, service::seed);
    }

    private static Simulated teamPulse(TeamPulseSimulator service, HttpOptions once) {
        TimeTracker tracker = TeamPulseClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .http(once)
                .build();
        return new Simulated(service, tracker, service::seed);
    }

    private static Simulated liveTimer(LiveTimerSimulator service, HttpOptions once) {
        TimeTracker tracker = LiveTimerClient.builder()
                .baseUrl(service.url().toString())
                .login(service.username(), service.password())
                .user("25")
                .http(once)
                .build();
        return new Simulated(service, tracker, service::seed);
    }

    @Override
    public void close() {
        tracker.close();
        service.close();
    }
}
