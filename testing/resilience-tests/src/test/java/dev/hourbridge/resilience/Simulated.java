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
import java.util.function.Function;

/**
 * A simulated service, running, and a client of it that sends nothing twice.
 *
 * @param service the service
 * @param clients makes further clients of it
 * @param tracker its client
 * @param seeding adds entries to the service
 */
public record Simulated(
        Simulator<?> service, Function<HttpOptions, TimeTracker> clients, TimeTracker tracker, Seeding seeding)
        implements AutoCloseable {
    /** Adds so many entries, the same for the same seed. */
    public interface Seeding {
        /** Adds them. */
        void seed(long seed, int entries);
    }

    /** Starts it. */
    public static Simulated of(Service service) {
        return switch (service) {
            case CODEBASE -> codebase(CodebaseSimulator.start());
            case TEAMWORK -> teamwork(TeamworkSimulator.start());
            case TEAMPULSE -> teamPulse(TeamPulseSimulator.start());
            case LIVETIMER -> liveTimer(LiveTimerSimulator.start());
        };
    }

    private static Simulated of(Simulator<?> service, Function<HttpOptions, TimeTracker> clients, Seeding seeding) {
        return new Simulated(service, clients, clients.apply(Service.once().build()), seeding);
    }

    private static Simulated codebase(CodebaseSimulator service) {
        return of(
                service,
                http -> CodebaseClient.builder()
                        .baseUrl(service.url().toString())
                        .account(service.account())
                        .username(service.username())
                        .apiKey(service.apiKey())
                        .projects(service.projects())
                        .http(http)
                        .build(),
                service::seed);
    }

    private static Simulated teamwork(TeamworkSimulator service) {
        return of(
                service,
                http -> TeamworkClient.builder()
                        .baseUrl(service.url().toString())
                        .apiKey(service.apiKey())
                        .zone(service.zone())
                        .http(http)
                        .build(),
                service::seed);
    }

    private static Simulated teamPulse(TeamPulseSimulator service) {
        return of(
                service,
                http -> TeamPulseClient.builder()
                        .baseUrl(service.url().toString())
                        .login(service.username(), service.password())
                        .http(http)
                        .build(),
                service::seed);
    }

    private static Simulated liveTimer(LiveTimerSimulator service) {
        return of(
                service,
                http -> LiveTimerClient.builder()
                        .baseUrl(service.url().toString())
                        .login(service.username(), service.password())
                        .user("25")
                        .http(http)
                        .build(),
                service::seed);
    }

    @Override
    public void close() {
        tracker.close();
        service.close();
    }
}
