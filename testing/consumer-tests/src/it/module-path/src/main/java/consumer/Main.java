package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.archive.ArchiveWriter;
import dev.hourbridge.codebase.CodebaseClient;
import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.simulators.codebase.CodebaseSimulator;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.teampulse.TeamPulseSimulator;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teampulse.TeamPulseClient;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads, changes, archives and plans entries with the jars that a user gets. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("module-path");
        Path archive = directory.resolve("entries.jsonl.gz");
        try (LiveTimerSimulator simulator = LiveTimerSimulator.start();
                LiveTimerClient liveTimer = LiveTimerClient.builder()
                        .baseUrl(simulator.url().toString())
                        .login(simulator.username(), simulator.password())
                        .build()) {
            simulator.seed(1, 10);
            readAndChange(liveTimer);
            ArchiveWriter.write(liveTimer, TimeEntryQuery.all(), archive);
        }
        try (TeamworkSimulator simulator = TeamworkSimulator.start();
                TeamworkClient teamwork = TeamworkClient.builder()
                        .baseUrl(simulator.url().toString())
                        .apiKey(simulator.apiKey())
                        .zone(simulator.zone())
                        .build()) {
            simulator.seed(1, 10);
            readAndChange(teamwork);
            plan(archive, teamwork, directory);
        }
        try (TeamPulseSimulator simulator = TeamPulseSimulator.start();
                TeamPulseClient teamPulse = TeamPulseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .login(simulator.username(), simulator.password())
                        .build()) {
            simulator.seed(1, 10);
            readAndChange(teamPulse);
        }
        try (CodebaseSimulator simulator = CodebaseSimulator.start();
                CodebaseClient codebase = CodebaseClient.builder()
                        .baseUrl(simulator.url().toString())
                        .account(simulator.account())
                        .username(simulator.username())
                        .apiKey(simulator.apiKey())
                        .projects("website", "app")
                        .build()) {
            simulator.seed(1, 10);
            readAndChange(codebase);
        }
        System.out.println("All four clients work, in " + Main.class.getModule() + ".");
    }

    private static void readAndChange(TimeTracker tracker) throws JsonProcessingException {
        List<TimeEntry> entries = tracker.list(TimeEntryQuery.all()).stream().toList();
        expect(entries.size() == 10, tracker.account() + " has " + entries.size() + " entries");
        ObjectMapper json = new ObjectMapper();
        TimeEntry copy = json.readValue(json.writeValueAsString(entries.get(0)), TimeEntry.class);
        expect(copy.equals(entries.get(0)), tracker.account() + " has an entry that is not read from its JSON");
        TimeEntryId id = copy.id();
        tracker.update(id, TimeEntryUpdate.builder().note("Changed").build());
        expect(tracker.get(id).note().equals("Changed"), tracker.account() + " did not change an entry");
    }

    private static void plan(Path file, TimeTracker target, Path directory) throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file);
                Migration migration = Migration.builder()
                        .source(archive)
                        .target(target)
                        .range(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31))
                        .ledger(directory.resolve("ledger.db"))
                        .stateDirectory(directory)
                        .build()) {
            long planned = migration.plan().entries();
            expect(planned == 10, "The plan has " + planned + " entries");
        }
    }

    private static void expect(boolean isTrue, String failure) {
        if (!isTrue) {
            throw new AssertionError(failure);
        }
    }
}
