package consumer;

import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;

/** Reads ten entries from each service with the jars that a user gets. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try (LiveTimerSimulator simulator = LiveTimerSimulator.start()) {
            simulator.seed(1, 10);
            expectTen(LiveTimerClient.builder()
                    .baseUrl(simulator.url().toString())
                    .login(simulator.username(), simulator.password())
                    .build());
        }
        try (TeamworkSimulator simulator = TeamworkSimulator.start()) {
            simulator.seed(1, 10);
            expectTen(TeamworkClient.builder()
                    .baseUrl(simulator.url().toString())
                    .apiKey(simulator.apiKey())
                    .zone(simulator.zone())
                    .build());
        }
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start()) {
            simulator.seed(1, 10);
            expectTen(TeamPulseClient.builder()
                    .baseUrl(simulator.url().toString())
                    .login(simulator.username(), simulator.password())
                    .build());
        }
        try (CodebaseSimulator simulator = CodebaseSimulator.start()) {
            simulator.seed(1, 10);
            expectTen(CodebaseClient.builder()
                    .baseUrl(simulator.url().toString())
                    .account(simulator.account())
                    .username(simulator.username())
                    .apiKey(simulator.apiKey())
                    .projects("website", "app")
                    .build());
        }
        Migration.builder();
        System.out.println("All four clients work, in " + Main.class.getModule() + ".");
    }

    private static void expectTen(TimeTracker tracker) {
        try (tracker) {
            long entries = tracker.list(TimeEntryQuery.all()).stream().count();
            if (entries != 10) {
                throw new AssertionError(tracker.account() + " has " + entries + " entries");
            }
        }
    }
}
