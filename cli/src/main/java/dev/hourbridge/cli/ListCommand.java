package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists entries of one side. */
@Command(
        name = "list",
        description = "Lists the entries of one side.",
        footerHeading = "%nExample:%n",
        footer = "  hourbridge list -c migration.yaml --side target --from 2007-01-01 --to 2007-01-31 --format csv")
final class ListCommand extends ConfiguredVerb {
    /** The sides. */
    enum Side {
        SOURCE,
        TARGET
    }

    @Option(names = "--side", defaultValue = "source", description = "source or target. Default: source")
    private Side side = Side.SOURCE;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day, inclusive. Default: the file's range")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day, inclusive. Default: the file's range")
    private @Nullable LocalDate to;

    @Option(names = "--format", defaultValue = "table", description = "table, jsonl or csv. Default: table")
    private EntryWriter.Format format = EntryWriter.Format.TABLE;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode execute() throws IOException {
        Configuration configuration = configuration();
        TimeEntryQuery query = query(configuration);
        EntryWriter writer = format.to(surroundings().out());
        try (TimeTracker tracker = side == Side.SOURCE
                        ? new Trackers(surroundings().http()).source(configuration)
                        : new Trackers(surroundings().http()).target(configuration);
                CloseableIterator<TimeEntry> entries = tracker.list(query).iterator()) {
            writer.begin();
            while (entries.hasNext()) {
                writer.write(entries.next());
            }
            writer.end();
        }
        return ExitCode.DONE;
    }

    private TimeEntryQuery query(Configuration configuration) {
        LocalDate first =
                from == null ? configuration.givenRange().map(DateRange::first).orElse(null) : from;
        LocalDate last =
                to == null ? configuration.givenRange().map(DateRange::last).orElse(null) : to;
        if (first != null && last != null && last.isBefore(first)) {
            throw new ParameterException(
                    spec.commandLine(), "--to: the last day is before the first; give both --from and --to");
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
