package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** A subcommand that reads the entries of one side. */
abstract class SideSubcommand extends ConfiguredSubcommand {
    /** The sides. */
    enum Side {
        SOURCE,
        TARGET
    }

    @Option(names = "--side", defaultValue = "source", description = "source or target. Default: source")
    private Side side = Side.SOURCE;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day, inclusive. Default: the first day of the configured range")
    private @Nullable LocalDate from;

    SideSubcommand(CommandContext context) {
        super(context);
    }

    /** Returns the client of the side. */
    final TimeTracker tracker(Configuration configuration, ProgressPrinter progress) {
        ServiceClients clients = new ServiceClients(context(), configuration, progress);
        return (side == Side.SOURCE ? clients.source() : clients.target()).tracker();
    }

    /** Returns the label for progress. */
    final String reading() {
        return "reading the " + word();
    }

    private String word() {
        return side.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the error for credentials of this side that the service rejects. */
    final ConfigurationException rejected(Configuration configuration, AuthenticationException rejected) {
        ServiceConfiguration read = side == Side.SOURCE ? configuration.source() : configuration.target();
        return read.rejected(word(), read.credentialsLocation(), rejected);
    }

    /**
     * Returns a query for the days from the options, or else from the file.
     *
     * @param to the value of {@code --to}
     */
    final TimeEntryQuery days(Configuration configuration, @Nullable LocalDate to) {
        LocalDate first =
                from == null ? configuration.givenRange().map(DateRange::first).orElse(null) : from;
        LocalDate last =
                to == null ? configuration.givenRange().map(DateRange::last).orElse(null) : to;
        if (first != null && last != null && last.isBefore(first)) {
            throw new ParameterException(
                    spec().commandLine(), "--to: the last day is before the first day; specify both --from and --to");
        }
        TimeEntryQuery.Builder query = TimeEntryQuery.builder();
        if (first != null) {
            query.firstDay(first);
        }
        if (last != null) {
            query.lastDay(last);
        }
        return query.build();
    }
}
