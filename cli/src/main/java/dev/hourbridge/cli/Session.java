package dev.hourbridge.cli;

import dev.hourbridge.cli.check.TargetChecks;
import dev.hourbridge.cli.check.ZoneCheck;
import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.report.Names;
import dev.hourbridge.cli.report.Report;
import dev.hourbridge.cli.report.ReportFiles;
import dev.hourbridge.cli.report.ReportOwner;
import dev.hourbridge.cli.report.RequestSummary;
import dev.hourbridge.cli.report.TextReport;
import dev.hourbridge.cli.service.NamingTracker;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.cli.terminal.RunEstimate;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.MigrationBuilder;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.PlanOptions;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.TimeTracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A migration with the clients of both sides, the ledger and the progress display. Closes in reverse order. */
final class Session implements AutoCloseable {
    private final CommandContext context;
    private final Configuration configuration;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Names sourceNames = new Names();
    private final Names targetNames = new Names();
    private final TimeTracker source;
    private final ServiceClient targetClient;
    private final TimeTracker target;
    private final Map<String, ServiceClient> ownTargets = new LinkedHashMap<>();
    private final SessionMapping mapping;
    private final SessionRequests requests;
    private final ProgressPrinter progress;
    private final Migration migration;
    private final SessionChanges changes;

    /** Opens a session for a run of these stages. Sends no request. */
    Session(CommandContext context, Configuration configuration, RunEstimate.Stage... stages) {
        this.context = context;
        this.configuration = configuration;
        try {
            OutputPathChecks.check(configuration);
            this.requests = opened(new SessionRequests(context.notes()));
            this.progress = opened(context.progress(stages));
            ServiceClients clients =
                    new ServiceClients(context, configuration, progress, requests.source(), requests.target());
            this.source = opened(new NamingTracker(clients.source().tracker(), sourceNames, requests::measured));
            this.targetClient = clients.target();
            this.target = opened(new NamingTracker(targetClient.tracker(), targetNames));
            this.mapping = new SessionMapping(configuration, target.capabilities(), sourceNames, targetNames);
            DateRange range = configuration.range();
            MigrationBuilder builder = Migration.builder()
                    .source(source)
                    .target(target)
                    .range(range.first(), range.last())
                    .mapping(configuration.mapping())
                    .filter(configuration.filter())
                    .policy(configuration.policy())
                    .ledger(configuration.ledger())
                    .clock(context.clock())
                    .sleeper(context.sleeper())
                    .listener(progress);
            configuration.target().people().forEach((person, credentials) -> {
                ServiceClient own = clients.target(person, credentials);
                ownTargets.put(person, own);
                builder.targetFor(person, opened(new NamingTracker(own.tracker(), targetNames)));
            });
            Path state = context.stateDirectory();
            if (state != null) {
                builder.stateDirectory(state);
            }
            this.migration = opened(build(builder));
            this.changes = new SessionChanges(migration);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Migration build(MigrationBuilder builder) {
        try {
            return builder.build();
        } catch (InvalidInputException rejected) {
            ConfigurationException error = configuration.location().error(String.valueOf(rejected.getMessage()));
            error.initCause(rejected);
            throw error;
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    Migration migration() {
        return migration;
    }

    /** Returns whether there is a ledger to resume from. */
    boolean hasLedger() {
        return Files.exists(configuration.ledger());
    }

    /** Reads the target's entries of the range for their names, which help users to complete the mapping. */
    void readTargetNames() {
        TargetNames names = new TargetNames(targetNames, context.notes()::println);
        names.readDirectory(target);
        names.readEntries(target, configuration.range());
    }

    SessionMapping mapping() {
        return mapping;
    }

    /** Checks the zones, the target's credentials and the ids of people, before reading the source. */
    void checkServices() {
        new TargetChecks(configuration, targetClient, ownTargets).run();
        ZoneCheck zones = new ZoneCheck(context.notes()::println);
        zones.run("source", configuration.source(), source);
        zones.run("target", configuration.target(), target);
    }

    /**
     * Plans. The target has already accepted its credentials, so credentials that are rejected now are the source's.
     */
    MigrationPlan plan(PlanOptions options) {
        try {
            MigrationPlan plan = migration.plan(options);
            requests.expect(plan.changes());
            return plan;
        } catch (AuthenticationException rejected) {
            throw configuration
                    .source()
                    .rejected("source", configuration.source().credentialsLocation(), rejected);
        }
    }

    /** Returns the source's entries outside the range, if it has none inside the range. */
    Optional<OutsideRange> outsideRange(MigrationPlan plan) {
        boolean isRangeEmpty =
                plan.entries() + plan.filteredEntries() + plan.skippedEntries() + plan.deletedAtSource() == 0;
        return isRangeEmpty && plan.named() == 0 ? OutsideRange.of(source) : Optional.empty();
    }

    /** Throws an exception if a step needs a ledger and there is none, before one is created. */
    Session requireLedger() {
        if (!hasLedger()) {
            throw new ConfigurationException(
                    "ledger " + configuration.ledger() + ": it does not exist yet; run hourbridge plan first");
        }
        return this;
    }

    /** Includes the entries of the recorded plan, if there is one, in the estimate of the time left. */
    Optional<MigrationPlan> expectRecordedEntries() {
        Optional<MigrationPlan> plan = migration.recordedPlan();
        plan.ifPresent(recorded -> progress.expect(recorded.entries()));
        return plan;
    }

    /** Includes the changes of the recorded plan in the request counts and the report. */
    void expectRecordedChanges() {
        expectRecordedEntries().ifPresent(plan -> {
            requests.expect(plan.changes());
            changes.remember();
        });
    }

    /** Returns the requests that were sent so far. */
    RequestSummary requests() {
        return requests.summary();
    }

    /** Returns a report of this migration to fill in, with the plan and the entries that the ledger holds. */
    Report.Builder report(String step) {
        DateRange range = configuration.range();
        Report.Builder report = Report.builder()
                .step(step)
                .writtenAt(context.clock().instant())
                .source(source.account().toString())
                .target(target.account().toString())
                .ledger(ReportOwner.name(configuration.report(), configuration.ledger()))
                .firstDay(range.first())
                .lastDay(range.last())
                .mapping(configuration.mapping())
                .policy(configuration.policy())
                .projectRemedy(mapping.ids().projectRemedy())
                .placeRemedy(mapping.ids().placeRemedy())
                .rejectsFile(ReportFiles.rejects(configuration.report()).toString())
                .requests(requests.summary())
                .sourceNames(sourceNames)
                .targetNames(targetNames);
        migration
                .recordedPlan()
                .ifPresent(plan -> report.plan(plan)
                        .entries(migration::forEachEntry)
                        .changes(changes::forEach)
                        .existingRows(migration::forEachExistingRow)
                        .entriesToSend(migration::forEachEntryToSend)
                        .possibleDuplicates(migration::forEachPossibleDuplicate));
        return report;
    }

    /**
     * Writes the report's files and prints a summary of this step. The last line is the result.
     *
     * @return the paths of the files
     */
    List<String> publish(Report report, Report shown) throws IOException {
        String ledger = ReportOwner.name(configuration.report(), configuration.ledger());
        List<Path> kept = ReportFiles.keepAnothers(configuration.report(), ledger);
        if (!kept.isEmpty()) {
            context.notes()
                    .println("The report of another ledger, or another file, had the same name. It was retained as "
                            + kept.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        List<String> files = write(report);
        context.notes().println("Report: " + String.join(", ", files));
        TextReport.summary(shown).forEach(context.out()::println);
        return files;
    }

    /** Writes the report's files. */
    List<String> write(Report report) throws IOException {
        return ReportFiles.write(configuration.report(), report).stream()
                .map(Path::toString)
                .toList();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (RuntimeException failed) {
                throw failed;
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
