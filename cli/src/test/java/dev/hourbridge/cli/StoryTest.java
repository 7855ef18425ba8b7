package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves the entries of a year as a user does who types no id that the command can find: 3,000 entries of 8 people on 12
 * projects and 30 tasks. Apart from addresses and credentials, four lines are typed.
 */
final class StoryTest {
    private static final int ENTRIES = 3_000;
    private static final long SEED = 14;

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

    private static final int PROJECTS = 12;
    private static final int TASKS = 30;

    @TempDir
    Path directory;

    private final LiveTimerSimulator source = LiveTimerSimulator.start();
    private final TeamworkSimulator target = TeamworkSimulator.start();
    private Path file;
    private long skipped;

    @BeforeEach
    void fill() throws IOException {
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
        Random random = new Random(SEED);
        for (int i = 0; i < ENTRIES; i++) {
            int person = random.nextInt(PEOPLE.size());
            int task = random.nextInt(TASKS);
            skipped += person == 7 ? 1 : 0;
            OffsetDateTime start = OffsetDateTime.parse("2024-01-02T09:00:00-05:00")
                    .plusDays(i / 12)
                    .plusMinutes(15L * (i % 12));
            source.add(StoredLiveTimerEntry.startEnd(300 + person, start, start.plusMinutes(15 + random.nextInt(200)))
                    .projectId(400 + task % PROJECTS)
                    .taskId(500 + task)
                    .note("Entry " + i)
                    .build());
        }
        file = directory.resolve("migration.yaml");
        Files.writeString(file, """
                source: { service: livetimer, url: %s, credentials: { username: walter, password: "${PASSWORD}" } }
                target: { service: teamwork, url: %s, zone: America/New_York, credentials: { apiKey: "${KEY}" } }
                ledger: %s
                report: %s
                """.formatted(
                        source.url(), target.url(), directory.resolve("migration.db"), directory.resolve("report")));
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
    }

    @Test
    void fourLinesAreTyped() throws IOException {
        Path mapping = directory.resolve("mapping.yaml");
        type("range: { from: 2024-01-01, to: 2024-12-31 }");
        type("mapping: " + mapping);

        CommandRun check = run("check");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        CommandRun map = run("map");
        assertThat(map.code()).as(map.err()).isZero();
        assertThat(map.out())
                .contains("person        8: 6 filled in, 1 with candidates, 1 open")
                .contains("project      12: 12 filled in, 0 with candidates, 0 open")
                .contains("task         30: 30 filled in, 0 with candidates, 0 open");
        assertThat(run("plan").code()).as("two people are open").isEqualTo(4);

        answer(mapping, "\"306\":", "\"707\"");
        answer(mapping, "\"307\":", "skip");
        CommandRun plan = run("plan");
        assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
        assertThat(plan.out()).contains(skipped + " entries: skipped by the mapping");
        CommandRun apply = run("apply");
        assertThat(apply.code()).as(apply.out() + apply.err()).isZero();
        CommandRun verify = run("verify");

        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        assertThat(target.entries()).hasSize((int) (ENTRIES - skipped) + TASKS);
        assertThat(target.entries().stream()
                        .filter(entry -> entry.personId() == 707)
                        .count())
                .isGreaterThan(200);
    }

    private void type(String line) throws IOException {
        Files.writeString(file, Files.readString(file) + line + "\n");
    }

    private static void answer(Path mapping, String key, String value) throws IOException {
        String text = Files.readString(mapping);
        assertThat(text).contains("    " + key + "   #");
        Files.writeString(mapping, text.replace("    " + key + "   #", "    " + key + " " + value + "   #"));
    }

    private CommandRun run(String subcommand) {
        return new CommandRun()
                .with(Map.of("PASSWORD", source.password(), "KEY", target.apiKey()))
                .started(subcommand, "-c", file.toString());
    }
}
