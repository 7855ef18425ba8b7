package dev.hourbridge.cli;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;

/** A simulated LiveTimer and a simulated Teamwork, and a configuration file from one to the other. */
final class Bench implements AutoCloseable {
    static final long WALTER = 25;

    final LiveTimerSimulator source = LiveTimerSimulator.start();
    final TeamworkSimulator target = TeamworkSimulator.start();
    private final Path directory;
    private final Path file;
    private String yaml;

    Bench(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("migration.yaml");
        this.yaml = """
                source:
                  service: livetimer
                  url: %s
                  credentials: { username: walter, password: "${LIVETIMER_PASSWORD}" }
                target:
                  service: teamwork
                  url: %s
                  zone: America/New_York
                  credentials: { apiKey: "${TEAMWORK_API_KEY}" }
                range: { from: 2024-01-01, to: 2024-12-31 }
                map:
                  people: { "25": "999", "26": "1000" }
                  projects: { "28": "999", "29": "1049" }
                defaults:
                  project: "999"
                policy:
                  existing: stop
                  startPolicy: "09:00"
                ledger: %s
                report: %s
                """.formatted(
                        source.url(), target.url(), directory.resolve("migration.db"), directory.resolve("report"));
    }

    /** So many entries of one person, an hour each, one a day from January on. */
    Bench withEntries(int count) {
        for (int day = 0; day < count; day++) {
            OffsetDateTime start =
                    OffsetDateTime.parse("2024-01-02T10:00:00-05:00").plusDays(day);
            source.add(StoredLiveTimerEntry.startEnd(WALTER, start, start.plusHours(1))
                    .projectId(29)
                    .note("Entry " + day)
                    .build());
        }
        return this;
    }

    /** One entry without a start. */
    Bench withDayEntry(long user, String note) {
        source.add(StoredLiveTimerEntry.durationOnly(user, LocalDate.of(2024, 2, 29), 90)
                .projectId(28)
                .note(note)
                .build());
        return this;
    }

    /** The target does not report the zone of the user, so that no zone in the file is compared. */
    Bench withoutReportedZone() {
        target.faults().always(request -> request.path().contains("me.json"), Fault.status(404));
        return this;
    }

    Bench replace(String what, String by) {
        if (!yaml.contains(what)) {
            throw new IllegalArgumentException("the file has no " + what);
        }
        yaml = yaml.replace(what, by);
        return this;
    }

    /** From now on another ledger, and a report of its own. */
    Bench inNewLedger(String name) {
        return replace("migration.db", name + ".db").replace("report: " + path("report"), "report: " + path(name));
    }

    /** The configuration file. */
    String yaml() {
        return yaml;
    }

    /** Runs a verb on the file. */
    CommandRun run(String subcommand, String... options) {
        return run(new CommandRun(), subcommand, options);
    }

    CommandRun run(CommandRun command, String subcommand, String... options) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String[] arguments = new String[options.length + 3];
        arguments[0] = subcommand;
        arguments[1] = "-c";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command.with(environment()).started(arguments);
    }

    Map<String, String> environment() {
        return Map.of("LIVETIMER_PASSWORD", source.password(), "TEAMWORK_API_KEY", target.apiKey());
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How many creates arrived at the target. */
    long posts() {
        return target.requests().countsByOperation().entrySet().stream()
                .filter(operation -> operation.getKey().startsWith("create-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A client of another user, who may edit and delete rows of the target. Closed by the caller. */
    TeamworkClient targetClient() {
        return TeamworkClient.builder()
                .baseUrl(target.url().toString())
                .apiKey(target.apiKey())
                .zone(target.zone())
                .build();
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
