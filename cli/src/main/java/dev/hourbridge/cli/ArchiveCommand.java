package dev.hourbridge.cli;

import dev.hourbridge.archive.ArchiveSummary;
import dev.hourbridge.archive.ArchiveTimeTracker;
import dev.hourbridge.archive.ArchiveWriter;
import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.file.AtomicFile;
import dev.hourbridge.cli.list.SpreadsheetWriter;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the entries of one side to an archive.
 *
 * <p>The file is written under a temporary name and renamed only after the whole list has been read, so an existing
 * archive is always complete.
 */
@Command(
        name = "archive",
        description = "Writes the entries of one side to a lossless file, which can later be used as a source "
                + "(service: archive). Nothing is written to the service.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hourbridge archive -c migration.yaml --to hours.jsonl.gz",
            "  hourbridge archive -c migration.yaml --to 2007.jsonl --from 2007-01-01 --to 2007-12-31 --csv 2007.csv"
        })
final class ArchiveCommand extends SideSubcommand {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|DAY",
            description = "The file to write. Its name must end with .jsonl, or with .jsonl.gz to compress it. "
                    + "Repeat the option with a day to set the last day, inclusive. Default: the configured range")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write a file for spreadsheets. Its name must end with .csv. It has fewer fields and "
                    + "cannot be used as a source.")
    private @Nullable Path csv;

    @Option(names = "--force", description = "Replace existing files.")
    private boolean isForced;

    ArchiveCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        Path file = file();
        LocalDate lastDay = lastDay();
        check("--to", file);
        if (csv != null) {
            if (!csv.toString().endsWith(".csv")) {
                throw new UsageException("--csv: specify a file whose name ends with .csv");
            }
            check("--csv", csv);
        }
        Configuration configuration = configuration();
        TimeEntryQuery days = days(configuration, lastDay);
        ArchiveSummary written;
        try (ProgressPrinter progress = context().progress();
                TimeTracker tracker = tracker(configuration, progress)) {
            written = ArchiveWriter.write(tracker, days, file, entries -> progress.onRead(reading(), entries));
        } catch (AuthenticationException rejected) {
            throw rejected(configuration, rejected);
        }
        if (csv != null) {
            writeSpreadsheet(file, csv);
        }
        report(file, written);
        return written.disagreesWithService() ? ExitCode.DIFFERENT : ExitCode.DONE;
    }

    /** Returns the path, which is the value of {@code --to} that is not a day. */
    private Path file() {
        List<String> files =
                to.stream().filter(value -> parsedDay(value).isEmpty()).toList();
        if (files.size() != 1 || !files.get(0).matches(".*\\.jsonl(\\.gz)?")) {
            throw new UsageException("--to: specify one file whose name ends with .jsonl or .jsonl.gz, and optionally "
                    + "a last day such as 2007-12-31");
        }
        return Path.of(files.get(0));
    }

    /**
     * Returns the last day of {@code --to}, which is an option with several values because it also takes the name of
     * the file.
     */
    private @Nullable LocalDate lastDay() {
        List<LocalDate> days = to.stream()
                .map(ArchiveCommand::parsedDay)
                .flatMap(Optional::stream)
                .toList();
        if (days.size() > 1) {
            throw new UsageException("--to: specify only one last day");
        }
        return days.isEmpty() ? null : days.get(0);
    }

    private static Optional<LocalDate> parsedDay(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Checks the path before any request, because a long read must not end without a file. */
    private void check(String option, Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new UsageException(
                    option + ": the directory of " + file + " does not exist; create it, or use another directory");
        }
        if (!Files.isWritable(directory)) {
            throw new UsageException(option + ": the directory of " + file + " cannot be written to");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(option + ": " + file + " is a directory; specify a file");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isForced) {
            throw new UsageException(option + ": " + file + " exists; use another file, or add --force to replace it");
        }
    }

    /** Writes the spreadsheet from the archive, so that both have the same entries. */
    private static void writeSpreadsheet(Path file, Path csv) throws IOException {
        try (ArchiveTimeTracker archive = ArchiveTimeTracker.open(file)) {
            AtomicFile.write(csv, out -> {
                SpreadsheetWriter spreadsheet = new SpreadsheetWriter(out);
                spreadsheet.begin();
                try (CloseableIterator<TimeEntry> entries =
                        archive.list(TimeEntryQuery.all()).iterator()) {
                    while (entries.hasNext()) {
                        spreadsheet.write(entries.next());
                    }
                }
            });
        }
    }

    /** Prints the contents of the archive, and whether the service's own total agrees with them. */
    private void report(Path file, ArchiveSummary written) {
        say(String.format(
                Locale.ROOT,
                "%s: %,d %s of %s, %s, %s.",
                file,
                written.entries(),
                written.entries() == 1 ? "entry" : "entries",
                written.account(),
                hours(written.duration()),
                days(written)));
        if (csv != null) {
            say(csv + ": the same entries for a spreadsheet.");
        }
        written.serviceTotal()
                .ifPresentOrElse(
                        total -> say(
                                written.disagreesWithService()
                                        ? "The service's own total for these days is " + hours(total) + ", not "
                                                + hours(written.duration())
                                                + ": entries may be missing from its list, or may not be visible to "
                                                + "this user."
                                        : "The service's own total for these days is the same."),
                        () -> say("The service's own total could not be compared."));
        result().put("file", file.toString());
        if (csv != null) {
            result().put("csv", csv.toString());
        }
        result().put("account", written.account().toString());
        written.firstDay().ifPresent(day -> result().put("firstDay", day.toString()));
        written.lastDay().ifPresent(day -> result().put("lastDay", day.toString()));
        result().put("entries", written.entries());
        result().put("seconds", written.duration().toSeconds());
        written.serviceTotal().ifPresent(total -> result().put("serviceSeconds", total.toSeconds()));
        result().put("sha256", written.sha256());
    }

    /** Returns the days that the archive covers, in words. */
    private static String days(ArchiveSummary written) {
        if (written.firstDay().isEmpty() && written.lastDay().isEmpty()) {
            return "all days";
        }
        return written.firstDay().map(LocalDate::toString).orElse("all days") + " to "
                + written.lastDay().map(LocalDate::toString).orElse("any day");
    }

    private static String hours(Duration duration) {
        return String.format(Locale.ROOT, "%,d:%02d h", duration.toHours(), duration.toMinutesPart());
    }
}
