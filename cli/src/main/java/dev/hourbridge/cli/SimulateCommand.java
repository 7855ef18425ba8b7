package dev.hourbridge.cli;

import dev.hourbridge.cli.demo.SimulatedServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Year;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the simulators for use by other programs.
 *
 * <p>Intended for tests in other languages: a program reads one line of JSON and then uses the four services.
 */
@Command(
        name = "simulate",
        description = "Starts the four simulated services on this machine and prints their addresses and credentials as"
                + " one line of JSON. Runs until it is interrupted.",
        footerHeading = "%nExample:%n",
        footer = {
            "  hourbridge simulate --entries 500",
            "  hourbridge simulate --port 8101 --year 2025",
        })
final class SimulateCommand extends Subcommand {
    private static final int MAX_ENTRIES = 1_000_000;
    private static final int LAST_PORT = 65_536 - SimulatedServices.COUNT;
    private static final int FIRST_YEAR = 2007;
    private static final int LAST_YEAR = 9998;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "The initial number of entries in each service. Default: 100")
    private int entries = 100;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The port for Codebase. Teamwork, TeamPulse and LiveTimer use the next three ports. "
                    + "Default: any free ports")
    private @Nullable Integer port;

    @Option(names = "--year", paramLabel = "Y", description = "The year of the entries. Default: last year")
    private @Nullable Integer year;

    SimulateCommand(CommandContext context) {
        super(context);
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
        if (entries < 0 || entries > MAX_ENTRIES) {
            throw new UsageException("--entries: specify 0 to " + MAX_ENTRIES);
        }
        try (SimulatedServices services = started()) {
            say(services.json());
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /**
     * Starts the four services on their ports.
     *
     * @throws UsageException if a port or the year is out of bounds, or a port is in use
     */
    private SimulatedServices started() {
        if (port != null && (port < 1 || port > LAST_PORT)) {
            throw new UsageException("--port must be 1 to " + LAST_PORT + " but is " + port
                    + ". The services use this port and the next three.");
        }
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw new UsageException("--year must be " + FIRST_YEAR + " to " + LAST_YEAR + " but is " + year + ".");
        }
        try {
            return new SimulatedServices(entries, port == null ? 0 : port, year == null ? lastYear() : Year.of(year));
        } catch (UncheckedIOException e) {
            throw new UsageException("--port: " + e.getMessage() + " Choose another one.");
        }
    }

    private Year lastYear() {
        return Year.now(context().clock().withZone(ZoneId.systemDefault())).minusYears(1);
    }
}
