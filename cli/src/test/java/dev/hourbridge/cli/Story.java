package dev.hourbridge.cli;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A company of 8 people with 12 projects and 30 tasks, which have names on both services, and a configuration file. */
final class Story implements AutoCloseable {
    /** Whom the company wants to leave behind. */
    static final int GONE = 7;

    static final int TASKS = 30;

    private static final long SEED = 14;
    private static final int PROJECTS = 12;

    /** Invented names, as the source writes them and as the target does. */
    private static final List<String> PEOPLE = List.of(
            "MARSH, Ann",
            "Walter Quill",
            "tanner olive",
            "Ines Caldeira",
            "O'Farrell, Sean",
            "Emi Nakahara",
            "Dana Hart",
            "Gone Away");

    private static final List<List<String>> TARGET_PEOPLE = List.of(
            List.of("Ann", "Marsh"),
            List.of("Walter", "Quill"),
            List.of("Olive", "Tanner"),
            List.of("Ines", "Caldeira"),
            List.of("Sean", "O’Farrell"),
            List.of("Emi", "Nakahara"),
            List.of("Dana", "Hart"),
            List.of("Dana", "Hart"));

    final LiveTimerSimulator source = LiveTimerSimulator.start();
    final TeamworkSimulator target = TeamworkSimulator.start();
    final Path mapping;
    private final Path directory;
    private final Path file;
    private long skipped;

    Story(Path directory) throws IOException {
        this.directory = directory;
        this.mapping = directory.resolve("mapping.yaml");
        this.file = directory.resolve("migration.yaml");
        for (int i = 0; i < PEOPLE.size(); i++) {
            source.addUser(300 + i, PEOPLE.get(i), "secret", false);
            target.addPerson(
                    700 + i, TARGET_PEOPLE.get(i).get(0), TARGET_PEOPLE.get(i).get(1), "key-" + i);
        }
        for (int i = 0; i < PROJECTS; i++) {
            source.addProject(400 + i, "Project " + (char) ('A' + i), 1);
            target.addProject(800 + i, "PROJECT-" + (char) ('A' + i), 999);
            target.addTaskList(900 + i, "List", 800 + i);
        }
        for (int i = 0; i < TASKS; i++) {
            // A name is on up to three projects.
            source.addTask(500 + i, "Task " + i / 3, 400 + i % PROJECTS);
            target.addTask(600 + i, "task " + i / 3, 900 + i % PROJECTS);
            target.add(StoredTeamworkEntry.builder(
                            700 + i % 8, 800 + i % PROJECTS, Instant.parse("2024-07-01T14:00:00Z"), 13)
                    .taskId(600 + i)
                    .build());
        }
        Files.writeString(file, """
                source: { service: livetimer, url: %s, credentials: { username: walter, password: "${PASSWORD}" } }
                target: { service: teamwork, url: %s, zone: America/New_York, credentials: { apiKey: "${KEY}" } }
                ledger: %s
                report: %s
                """.formatted(
                        source.url(), target.url(), directory.resolve("migration.db"), directory.resolve("report")));
    }

    /** Adds entries at the source, so many a day from the second of January on. */
    Story withEntries(int count, int perDay, int year) {
        Random random = new Random(SEED);
        for (int i = 0; i < count; i++) {
            int person = random.nextInt(PEOPLE.size());
            int task = random.nextInt(TASKS);
            skipped += person == GONE ? 1 : 0;
            OffsetDateTime start = OffsetDateTime.parse(year + "-01-02T09:00:00-05:00")
                    .plusDays(i / perDay)
                    .plusMinutes(15L * (i % perDay));
            source.add(StoredLiveTimerEntry.startEnd(300 + person, start, start.plusMinutes(15 + random.nextInt(200)))
                    .projectId(400 + task % PROJECTS)
                    .taskId(500 + task)
                    .note("Entry " + i)
                    .build());
        }
        return this;
    }

    /** Returns how many entries are of the one who is left behind. */
    long skipped() {
        return skipped;
    }

    /** Adds a line to the configuration file. */
    void type(String line) throws IOException {
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    /** Fills in a value that the mapping file leaves open. */
    void fillIn(String key, String value) throws IOException {
        String text = Files.readString(mapping);
        String blank = "    \"" + key + "\":   #";
        if (!text.contains(blank)) {
            throw new IllegalStateException(key + " is not open in " + text);
        }
        Files.writeString(mapping, text.replace(blank, "    \"" + key + "\": " + value + "   #"));
    }

    CommandRun run(String subcommand, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = subcommand;
        arguments[1] = "-c";
        arguments[2] = file.toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return new CommandRun()
                .with(Map.of("PASSWORD", source.password(), "KEY", target.apiKey()))
                .started(arguments);
    }

    /** A client of another user, who may edit and delete rows of the target. Closed by the caller. */
    TeamworkClient targetClient() {
        return TeamworkClient.builder()
                .baseUrl(target.url().toString())
                .apiKey(target.apiKey())
                .zone(target.zone())
                .build();
    }

    Path report() {
        return directory.resolve("report.html");
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
