package dev.hourbridge.cli;

import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.config.ServiceConfiguration;
import dev.hourbridge.cli.mapping.MappingFile;
import dev.hourbridge.cli.report.Labels;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeTracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Proposes a mapping based on the names on both sides.
 *
 * <p>It can be run repeatedly while the mapping is filled in. Values that the user entered are retained, and new ids of
 * the source are added.
 *
 * <pre>
 * $ hourbridge map -c migration.yaml
 * person        2: 0 filled in, 0 with candidates, 2 open
 * project       2: 1 filled in, 0 with candidates, 1 open
 * </pre>
 */
@Command(
        name = "map",
        description = "Reads both sides and writes a mapping for you to complete. Ids whose names match are filled in, "
                + "and similar names are listed as candidates in comments. Existing values are retained.",
        footerHeading = "%nExamples:%n",
        footer = {"  hourbridge map -c migration.yaml", "  hourbridge map -c migration.yaml --out mapping.csv"})
final class MapCommand extends ConfiguredSubcommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write: YAML, or CSV if its name ends with .csv. Default: the file specified "
                    + "under mapping in the configuration, or else the name of the ledger followed by .mapping.yaml")
    private @Nullable Path out;

    MapCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() throws Exception {
        Configuration read = configurationForMapping();
        Configuration configuration = out == null ? read : read.withMappingFile(out);
        Names sources = new Names();
        Names targets = new Names();
        MappingFile file;
        try (ProgressPrinter progress = context().progress()) {
            ServiceClients clients = new ServiceClients(context(), configuration, progress);
            try (TimeTracker source = clients.source().tracker();
                    TimeTracker target = clients.target().tracker()) {
                read(source, configuration, configuration.source(), "source", sources, progress);
                read(target, configuration, configuration.target(), "target", targets, progress);
                new TargetNames(targets, context().notes()::println).readDirectory(target);
                file = new SessionMapping(configuration, target.capabilities(), sources, targets).file();
            }
        }
        show(file, read.mappingFile().isPresent() && out == null);
        return ExitCode.DONE;
    }

    /** Reads the entries of one side in the range to collect their names. The entries themselves are not retained. */
    private static void read(
            TimeTracker tracker,
            Configuration configuration,
            ServiceConfiguration side,
            String role,
            Names names,
            ProgressPrinter progress) {
        DateRange range = configuration.range();
        TimeEntryQuery query = TimeEntryQuery.builder()
                .firstDay(range.first())
                .lastDay(range.last())
                .build();
        long count = 0;
        try (CloseableIterator<TimeEntry> entries = tracker.list(query).iterator()) {
            while (entries.hasNext()) {
                TimeEntry entry = entries.next();
                if (role.equals("target") || configuration.filter().matches(entry)) {
                    names.see(entry);
                }
                progress.onRead("reading the " + role, ++count);
            }
        } catch (AuthenticationException rejected) {
            throw side.rejected(role, side.credentialsLocation(), rejected);
        }
    }

    /** Writes the file and prints the number of ids of each kind that have a value. */
    private void show(MappingFile file, boolean isConfigured) throws IOException {
        MappingFile.Result result = file.propose();
        result.messages().forEach(context().notes()::println);
        List<Map<String, Object>> counts = new ArrayList<>();
        result.counts().forEach((kind, count) -> {
            say(String.format(
                    Locale.ROOT,
                    "%-9s %5d: %d filled in, %d with candidates, %d open",
                    Labels.of(kind),
                    count.total(),
                    count.filledIn(),
                    count.withCandidates(),
                    count.open()));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("kind", Labels.of(kind));
            object.put("total", count.total());
            object.put("filledIn", count.filledIn());
            object.put("withCandidates", count.withCandidates());
            object.put("open", count.open());
            counts.add(object);
        });
        result().put("mappingFile", file.toString());
        result().put("ids", counts);
        if (result.counts().isEmpty()) {
            say("Every id of the source is mapped in the configuration file.");
            return;
        }
        say("Mapping: " + file + ". Check each value, fill in the missing ones or write skip, then run hourbridge "
                + "plan.");
        if (!isConfigured) {
            say("Specify the file in the configuration: mapping: " + file);
        }
    }
}
