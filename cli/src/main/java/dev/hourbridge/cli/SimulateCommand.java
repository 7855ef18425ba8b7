package dev.hourbridge.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulators for somebody else. */
@Command(
        name = "simulate",
        description = "Starts the four simulated services on this machine and prints their addresses and credentials as"
                + " one line of JSON. Runs until it is interrupted.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge simulate --entries 500")
final class SimulateCommand extends Verb {
    private static final int MOST_ENTRIES = 1_000_000;

    @Option(names = "--entries", paramLabel = "N", description = "How many entries each begins with. Default: 100")
    private int entries = 100;

    SimulateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    boolean isListing() {
        return true;
    }

    @Override
    boolean printsJson() {
        return true;
    }

    @Override
    ExitCode execute() throws IOException {
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw new UsageException("--entries: give 0 to " + MOST_ENTRIES);
        }
        try (SimulatedServices services = new SimulatedServices(entries)) {
            say(services.json());
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }
}
