package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.list.EntryPrinter;
import dev.hourbridge.cli.list.IdList;
import dev.hourbridge.cli.list.SortedEntries;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.Pager;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Lists entries of one side. */
@Command(
        name = "list",
        description = "Lists the entries of one side by date, or with --by the people, projects, tasks or activities"
                + " that they are on. More than " + SortedEntries.MAX_SORTED
                + " entries come in the service's own order.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge list -c migration.yaml --side target --from 2007-01-01 --to 2007-01-31 --format csv",
            "  hourbridge list -c migration.yaml --by person"
        })
final class ListCommand extends ConfiguredSubcommand {
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

    /** What entries can be counted by. */
    enum Kind {
        PERSON(EntryField.PERSON),
        PROJECT(EntryField.PROJECT),
        TASK(EntryField.TASK),
        ACTIVITY(EntryField.ACTIVITY);

        private final EntryField field;

        Kind(EntryField field) {
            this.field = field;
        }
    }

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "person, project, task or activity: list the ids and names of these, with how many entries"
                    + " are on each.")
    private @Nullable Kind by;

    @Option(
            names = "--format",
            description =
                    "table, jsonl or csv. Default: table. In csv an apostrophe is before = + - @ at the beginning of a value,"
                            + " of a line in it, and after ; or a tab, so that no spreadsheet takes it for a formula;"
                            + " jsonl is exact.")
    private EntryPrinter.@Nullable Format format;

    ListCommand(CommandContext context) {
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

    private EntryPrinter.Format format() {
        if (!isJson()) {
            return format == null ? EntryPrinter.Format.TABLE : format;
        }
        if (format != null && format != EntryPrinter.Format.JSONL) {
            throw new UsageException("--json: the same as --format jsonl; give no other format beside it");
        }
        return EntryPrinter.Format.JSONL;
    }

    @Override
    ExitCode execute() throws Exception {
        EntryPrinter.Format chosen = format();
        Configuration configuration = configuration();
        TimeEntryQuery query = query(configuration);
        try (ProgressPrinter progress = context().progress();
                TimeTracker tracker = tracker(configuration, progress);
                CloseableIterator<TimeEntry> entries =
                        counted(tracker.list(query), progress).iterator()) {
            if (by == null) {
                listEntries(chosen, entries, progress);
            } else {
                listIds(chosen, by.field, entries, progress);
            }
        } catch (AuthenticationException refused) {
            ServiceConfiguration read = side == Side.SOURCE ? configuration.source() : configuration.target();
            throw read.refused(side.name().toLowerCase(Locale.ROOT), read.credentialsLocation(), refused);
        }
        return ExitCode.DONE;
    }

    private TimeTracker tracker(Configuration configuration, ProgressPrinter progress) {
        ServiceClients clients = new ServiceClients(context(), configuration, progress);
        return (side == Side.SOURCE ? clients.source() : clients.target()).tracker();
    }

    private Pager<TimeEntry> counted(Pager<TimeEntry> entries, ProgressPrinter progress) {
        long[] count = new long[1];
        String words = "reading the " + side.name().toLowerCase(Locale.ROOT);
        return entries.map(entry -> {
            progress.onRead(words, ++count[0]);
            return entry;
        });
    }

    private void listEntries(EntryPrinter.Format chosen, CloseableIterator<TimeEntry> entries, ProgressPrinter progress)
            throws Exception {
        EntryPrinter printer = chosen.to(context().out());
        boolean isSorted = SortedEntries.forEach(
                entries,
                // Not earlier, so that a service that does not respond leaves no empty list behind.
                () -> {
                    progress.close();
                    printer.begin();
                },
                printer::write);
        printer.end();
        if (!isSorted) {
            context()
                    .notes()
                    .println(String.format(
                            Locale.ROOT,
                            "Not sorted, in the service's own order: more than %,d entries, or more than %,d characters."
                                    + " Give --from and --to for fewer.",
                            SortedEntries.MAX_SORTED,
                            SortedEntries.MAX_CHARACTERS));
        }
    }

    private void listIds(
            EntryPrinter.Format chosen, EntryField kind, CloseableIterator<TimeEntry> entries, ProgressPrinter progress)
            throws IOException {
        Names ids = Names.only(kind);
        while (entries.hasNext() && ids.isWhole(kind)) {
            ids.see(entries.next());
        }
        progress.close();
        if (!ids.isWhole(kind)) {
            throw new UsageException(
                    "--by: too many, or too long, ids and names to hold; give --from and --to for fewer");
        }
        new IdList(context().out()).write(chosen, ids.all(kind));
    }

    private TimeEntryQuery query(Configuration configuration) {
        LocalDate first =
                from == null ? configuration.givenRange().map(DateRange::first).orElse(null) : from;
        LocalDate last =
                to == null ? configuration.givenRange().map(DateRange::last).orElse(null) : to;
        if (first != null && last != null && last.isBefore(first)) {
            throw new ParameterException(
                    spec().commandLine(), "--to: the last day is before the first; give both --from and --to");
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
