package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationFile;
import dev.hourbridge.cli.demo.DemoServices;
import dev.hourbridge.cli.demo.FastForwardClock;
import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.cli.service.Services;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.PlanOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A migration that needs no account.
 *
 * <p>It runs the same code as a real migration, against simulators that fail deliberately. Users therefore see what to
 * expect from a real migration.
 *
 * <p>The demo fails if a single entry is lost or duplicated, so it is also a test of the installation.
 */
@Command(
        name = "demo",
        description = "Moves entries from a simulated LiveTimer to a simulated Teamwork despite a lost response and "
                + "a throttled request, verifies that each entry arrived exactly once, and writes the report. Does "
                + "not need a network.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge demo --entries 5000 --work-dir demo")
final class DemoCommand extends Subcommand {
    private static final int MAX_ENTRIES = 100_000;

    @Option(names = "--entries", paramLabel = "N", description = "The number of entries to move. Default: 1200")
    private int entries = 1200;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description = "The directory for the demo's files. Default: a new directory")
    private @Nullable Path workDir;

    DemoCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws IOException {
        if (entries < 3 || entries > MAX_ENTRIES) {
            throw new UsageException("--entries: specify 3 to " + MAX_ENTRIES);
        }
        Path directory = emptied(workDir == null ? Files.createTempDirectory("hourbridge-demo-") : workDir);
        FastForwardClock time = new FastForwardClock(context().clock());
        try (DemoServices services = new DemoServices(time, entries)) {
            Configuration configuration = configuration(services, directory);
            say("Moving " + entries + " entries of two people from a simulated LiveTimer to a simulated Teamwork.");
            say("One response from Teamwork is lost after the entry is stored, and Teamwork throttles once.");
            ExitCode code = migrate(configuration, time, directory.resolve("state"));
            return conclude(code, services.tally(), time.skippedTime(), directory);
        }
    }

    /** Returns the directory after deleting the files that an earlier demo left there. */
    private static Path emptied(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (String name : List.of("demo.db", "demo.db-wal", "demo.db-shm", "demo.db-journal")) {
            Files.deleteIfExists(directory.resolve(name));
        }
        return directory;
    }

    /** Writes the configuration of the demo and reads it, in the same way as a user's file. */
    private static Configuration configuration(DemoServices services, Path directory) throws IOException {
        Path file = directory.resolve("demo.yaml");
        AtomicFile.write(file, services.yaml());
        return ConfigurationFile.read(file, Services.ALL, services.environment()::get)
                .in(directory.resolve("demo.db"), directory.resolve("report"));
    }

    /** Runs the three steps on the demo's clock, on which waits take no time. */
    private ExitCode migrate(Configuration configuration, FastForwardClock time, Path state) throws IOException {
        CommandContext fast = context().at(time, state);
        try (Session session = new Session(fast, configuration, RunEstimate.Stage.migration())) {
            Steps steps = new Steps(session, fast, result());
            ExitCode planned = steps.plan(PlanOptions.ofDefaults());
            return planned == ExitCode.DONE ? steps.applyAndVerify() : planned;
        }
    }

    /** Prints the result of the demo. Returns an error if the target does not contain each entry exactly once. */
    private ExitCode conclude(ExitCode code, DemoServices.Tally tally, Duration skippedTime, Path directory) {
        say("The demo's clock skipped " + skippedTime.toSeconds()
                + " seconds of settling and throttling. With a real service, the command waits.");
        say("The report is in " + directory.resolve("report.html").toAbsolutePath());
        boolean done = code == ExitCode.DONE && tally.isAsExpected();
        long lost = Math.max(0, tally.sourceEntries() - tally.targetEntries());
        long duplicates = Math.max(0, tally.targetEntries() - tally.sourceEntries());
        result().put("entries", tally.sourceEntries());
        result().put("arrived", tally.targetEntries());
        result().put("posts", tally.posts());
        result().put("lost", lost);
        result().put("duplicates", duplicates);
        say((done ? "" : "FAILED: ") + tally.targetEntries() + " of " + tally.sourceEntries()
                + " entries arrived with " + tally.posts() + " POSTs, despite 1 lost response and 1 throttled "
                + "request: " + lost + " lost, " + duplicates + " duplicates, " + tally.targetMinutes() + " of "
                + tally.sourceMinutes()
                + " minutes.");
        return code == ExitCode.DONE && !done ? ExitCode.DIFFERENT : code;
    }
}
