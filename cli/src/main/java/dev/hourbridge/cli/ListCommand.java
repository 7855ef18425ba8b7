package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
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

/**
 * Lists the entries of one side.
 *
 * <p>Up to a limit, the entries are sorted by date before they are printed. Longer lists are printed in the order in
 * which the service returns them, in constant memory.
 *
 * <pre>
 * $ hourbridge list -c migration.yaml
 * date        start   h:mm:ss  person            project               task              note
 * 2024-01-02  09:00   1:30:00  walter            Harbour wall                            Area 51 survey
 * </pre>
 */
@Command(
        name = "list",
        description = "Lists the entries of one side by date or, with --by, their people, projects, tasks or "
                + "activities. If there are more than " + SortedEntries.MAX_SORTED
                + " entries, they are listed in the service's own order.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge list -c migration.yaml --side target --from 2007-01-01 --to 2007-01-31 --format csv",
            "  hourbridge list -c migration.yaml --by person"
        })
final class ListCommand extends SideSubcommand {
    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The last day, inclusive. Default: the last day of the configured range")
    private @Nullable LocalDate to;

    /** The kinds of ids for which entries can be counted. */
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
            description = "person, project, task or activity. Lists their ids and names, with the number of entries "
                    + "for each.")
    private @Nullable Kind by;

    @Option(
            names = "--format",
            description = "table, jsonl or csv. Default: table. In csv, an apostrophe is inserted before = + - @ if it "
                    + "begins a value or a line of a value, or follows ; or a tab, so no spreadsheet treats "
                    + "the value as a formula. jsonl is exact.")
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

    /** Returns the format. {@code --json} selects JSON lines and cannot be combined with another format. */
    private EntryPrinter.Format format() {
        if (!isJson()) {
            return format == null ? EntryPrinter.Format.TABLE : format;
        }
        if (format != null && format != EntryPrinter.Format.JSONL) {
            throw new UsageException(
                    "--json: this is the same as --format jsonl; do not combine it with another " + "format");
        }
        return EntryPrinter.Format.JSONL;
    }

    @Override
    ExitCode execute() throws Exception {
        EntryPrinter.Format chosen = format();
        Configuration configuration = configuration();
        TimeEntryQuery query = days(configuration, to);
        try (ProgressPrinter progress = context().progress();
                TimeTracker tracker = tracker(configuration, progress);
                CloseableIterator<TimeEntry> entries =
                        counted(tracker.list(query), progress).iterator()) {
            if (by == null) {
                listEntries(chosen, entries, progress);
            } else {
                listIds(chosen, by.field, entries, progress);
            }
        } catch (AuthenticationException rejected) {
            throw rejected(configuration, rejected);
        }
        return ExitCode.DONE;
    }

    /** Returns a list that reports each entry to the progress display as it is read. */
    private Pager<TimeEntry> counted(Pager<TimeEntry> entries, ProgressPrinter progress) {
        long[] count = new long[1];
        return entries.map(entry -> {
            progress.onRead(reading(), ++count[0]);
            return entry;
        });
    }

    /** Prints the entries, sorted if they fit into memory. If they do not, a message on standard error states this. */
    private void listEntries(EntryPrinter.Format chosen, CloseableIterator<TimeEntry> entries, ProgressPrinter progress)
            throws Exception {
        EntryPrinter printer = chosen.to(context().out());
        boolean isSorted = SortedEntries.forEach(
                entries,
                // Not earlier, because a service that does not respond must not leave an empty list.
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
                            "Listed in the service's own order, because there are more than %,d entries or more than "
                                    + "%,d characters. Use --from and --to to list fewer.",
                            SortedEntries.MAX_SORTED,
                            SortedEntries.MAX_CHARACTERS));
        }
    }

    /** Prints the ids of one kind with their names, entry counts and hours. */
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
                    "--by: the ids and names require too much memory; use --from and --to to list " + "fewer");
        }
        new IdList(context().out()).write(chosen, ids.all(kind));
    }
}
