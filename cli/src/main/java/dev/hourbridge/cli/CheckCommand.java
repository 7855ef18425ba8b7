package dev.hourbridge.cli;

import dev.hourbridge.cli.check.Finding;
import dev.hourbridge.cli.check.Finding.Level;
import dev.hourbridge.cli.check.HeaderRecorder;
import dev.hourbridge.cli.check.ServiceCheck;
import dev.hourbridge.cli.config.Configuration;
import dev.hourbridge.cli.config.ConfigurationException;
import dev.hourbridge.cli.config.DateRange;
import dev.hourbridge.cli.config.ServiceClient;
import dev.hourbridge.cli.terminal.ProgressPrinter;
import dev.hourbridge.cli.terminal.TerminalText;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/**
 * Checks the configuration and both services.
 *
 * <p>New users run this command first, and its output is attached to bug reports. The output is therefore built from
 * text that contains nothing confidential, instead of being filtered afterwards.
 *
 * <pre>
 * $ hourbridge check -c migration.yaml
 * source  ok        list one page: 9 rows, HTTP 200. Meaning: the credentials are accepted.
 * target  warning   list one page: 0 rows, HTTP 200. Meaning: the credentials are accepted; there are no entries …
 * </pre>
 */
@Command(
        name = "check",
        description =
                "Checks the configuration and both services with fewer than a dozen requests. Writes nothing. The "
                        + "result contains no secret, name, note, id or address, so you can attach it to a bug report.",
        footerHeading = "%nExamples:%n",
        footer = {"  hourbridge check -c migration.yaml", "  hourbridge check -c migration.yaml --json"})
final class CheckCommand extends ConfiguredSubcommand {
    CheckCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode execute() {
        Configuration configuration = configurationForMapping();
        DateRange range = configuration.range();
        HeaderRecorder source = new HeaderRecorder();
        HeaderRecorder target = new HeaderRecorder();
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(
                "both",
                "read the configuration",
                configuration.source().service().displayName() + " to "
                        + configuration.target().service().displayName(),
                "it is valid",
                Level.OK));
        try (ProgressPrinter progress = context().progress()) {
            ServiceClients clients = ServiceClients.recorded(context(), configuration, progress, source, target);
            findings.addAll(check("source", clients::source, source, range));
            findings.addAll(check("target", clients::target, target, range));
        }
        show(findings);
        int requests = source.requests() + target.requests();
        say(requests + (requests == 1 ? " request" : " requests") + "; nothing was written.");
        result().put("requests", requests);
        return findings.stream().map(finding -> codeOf(finding.level())).reduce(ExitCode.DONE, ExitCode::and);
    }

    private List<Finding> check(String side, Supplier<ServiceClient> client, HeaderRecorder recorder, DateRange range) {
        return new ServiceCheck(side, recorder, context().clock(), this::levelOf)
                .run(() -> tracker(client), range.first(), range.last());
    }

    /**
     * Creates a client. If the credentials are rejected here, the rejection is a finding, as it is in a later request.
     */
    private static TimeTracker tracker(Supplier<ServiceClient> client) {
        try {
            return client.get().tracker();
        } catch (ConfigurationException wrong) {
            if (wrong.getCause() instanceof AuthenticationException rejected) {
                throw rejected;
            }
            throw wrong;
        }
    }

    private Level levelOf(HourbridgeException failed) {
        context().err().println(TerminalText.line(String.valueOf(failed.getMessage())));
        return Failures.codeOf(failed) == ExitCode.CONFIGURATION ? Level.INVALID : Level.TEMPORARY;
    }

    /** Returns the exit code of the most serious finding. */
    private static ExitCode codeOf(Level level) {
        return switch (level) {
            case OK, WARNING -> ExitCode.DONE;
            case DIFFERENT -> ExitCode.DIFFERENT;
            case TEMPORARY -> ExitCode.TEMPORARY;
            case INVALID -> ExitCode.CONFIGURATION;
        };
    }

    private void show(List<Finding> findings) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Finding each : findings) {
            say(String.format(
                    Locale.ROOT,
                    "%-7s %-9s %s: %s. Meaning: %s.",
                    each.side(),
                    word(each.level()),
                    each.tried(),
                    each.result(),
                    each.meaning()));
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("side", each.side());
            object.put("level", word(each.level()));
            object.put("tried", each.tried());
            object.put("result", each.result());
            object.put("meaning", each.meaning());
            objects.add(object);
        }
        result().put("findings", objects);
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
