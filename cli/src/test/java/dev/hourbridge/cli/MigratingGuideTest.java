package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.livetimer.LiveTimerClient;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.simulators.livetimer.LiveTimerSimulator;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import dev.hourbridge.simulators.teamwork.TeamworkSimulator;
import dev.hourbridge.teamwork.TeamworkClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code docs/migrating.md}. With {@code -Dhourbridge.guide=write} it writes what the commands print into
 * the page; without, it compares.
 */
class MigratingGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "migrating.md");
    private static final String FENCE = "```";

    @TempDir
    private Path directory;

    private final LiveTimerSimulator source = LiveTimerSimulator.start();
    private final TeamworkSimulator target = TeamworkSimulator.start();

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void everyOutputIsWhatTheCommandPrints() throws IOException {
        seed();
        List<String> lines = Files.readAllLines(GUIDE);
        List<String> rewritten = new ArrayList<>();
        String mark = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            rewritten.add(line);
            if (line.startsWith("<!-- happens: ")) {
                happens(line.substring(14, line.length() - 4));
            } else if (line.startsWith("<!-- ")) {
                mark = line.substring(5, line.length() - 4);
            } else if (line.startsWith(FENCE) && !mark.isEmpty()) {
                int end = lines.subList(i + 1, lines.size()).indexOf(FENCE) + i + 1;
                List<String> block = lines.subList(i + 1, end);
                rewritten.addAll(block(mark, block));
                rewritten.add(FENCE);
                i = end;
                mark = "";
            }
        }
        if ("write".equals(System.getProperty("hourbridge.guide"))) {
            Files.write(GUIDE, rewritten);
        }
        assertThat(settled(rewritten)).isEqualTo(settled(lines));
    }

    private List<String> block(String mark, List<String> block) throws IOException {
        if (mark.equals("run")) {
            return run(block.get(0));
        }
        Path file = directory.resolve(mark.substring(mark.lastIndexOf(' ') + 1));
        if (mark.startsWith("shows: ")) {
            return Files.readAllLines(file);
        }
        String text = String.join("\n", block) + "\n";
        if (mark.startsWith("fill in: ")) {
            Files.writeString(file, here(text));
        } else {
            Files.writeString(file, here(text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return block;
    }

    /** The command, what it printed, and its exit code where that is not 0. */
    private List<String> run(String prompt) {
        String[] arguments = here(prompt.substring("$ hourbridge ".length())).split(" ");
        CommandRun command = new CommandRun()
                .with(Map.of("LIVETIMER_PASSWORD", source.password(), "TEAMWORK_API_KEY", target.apiKey()))
                .started(arguments);
        List<String> block = new ArrayList<>();
        block.add(prompt);
        there(command.out()).lines().map(String::stripTrailing).forEach(block::add);
        if (command.code() != ExitCode.DONE.code()) {
            there(command.err())
                    .lines()
                    .filter(line -> line.startsWith("hourbridge: "))
                    .forEach(block::add);
            block.add("$ echo $?");
            block.add(String.valueOf(command.code()));
        }
        return block;
    }

    private String here(String text) {
        return text.replace("https://acme.livetimer.com", source.url().toString())
                .replace("https://acme.teamwork.com", target.url().toString())
                .replaceAll("(?<![\\w./])(migration\\.(?:yaml|db)|report$)", directory + "/$1")
                .replace("report: report", "report: " + directory.resolve("report"));
    }

    private String there(String text) {
        return text.replace(source.url().toString(), "https://acme.livetimer.com")
                .replace(target.url().toString(), "https://acme.teamwork.com")
                .replace(source.url().getAuthority(), "acme.livetimer.com")
                .replace(target.url().getAuthority(), "acme.teamwork.com")
                .replace(directory + "/", "");
    }

    /** Digests hold the ports of the day, and entries are sent in parallel. */
    private static String settled(List<String> lines) {
        return String.join("\n", lines)
                .replaceAll("\\b[0-9a-f]{32}\\b", "DIGEST")
                .replaceAll("\\b(target|row) \\d+", "$1 ID");
    }

    private void seed() {
        target.addProject(1077, "Harbour Wall", 999);
        int[] january = {2, 3, 4, 5};
        for (int day : january) {
            source.add(timed(25, day, "09:00", "10:30", "Area 51 survey"));
        }
        source.add(timed(25, 5, "09:00", "10:30", "Area 51 survey"));
        source.add(timed(26, 8, "13:15", "16:00", "Call with <Olive> & co."));
        source.add(StoredLiveTimerEntry.durationOnly(26, LocalDate.of(2024, 1, 9), 45)
                .projectId(28)
                .note("Réunion")
                .build());
        source.add(StoredLiveTimerEntry.startEnd(
                        25,
                        OffsetDateTime.parse("2024-01-10T22:30:00-05:00"),
                        OffsetDateTime.parse("2024-01-11T01:00:00-05:00"))
                .projectId(29)
                .note("Release night")
                .build());
        source.add(StoredLiveTimerEntry.startEnd(
                        25,
                        OffsetDateTime.parse("2024-01-12T08:00:00-05:00"),
                        OffsetDateTime.parse("2024-01-12T08:20:00-05:00"))
                .build());
    }

    private static StoredLiveTimerEntry timed(long user, int day, String start, String end, String note) {
        String date = "2024-01-%02dT".formatted(day);
        return StoredLiveTimerEntry.startEnd(
                        user,
                        OffsetDateTime.parse(date + start + ":00-05:00"),
                        OffsetDateTime.parse(date + end + ":00-05:00"))
                .projectId(29)
                .activityId(16)
                .note(note)
                .build();
    }

    /** What people do between the steps. */
    private void happens(String what) {
        switch (what) {
            case "work continues at the source" -> {
                editAtSource("2024-01-02", "Area 51 survey, with photos");
                source.remove(entryAtSource("2024-01-04").id());
                source.add(timed(25, 15, "10:00", "11:00", "Handover"));
            }
            case "both sides are edited" -> {
                editAtSource("2024-01-03", "Area 51 survey, again");
                editOnTarget(row("Area 51 survey", LocalDate.of(2024, 1, 3)), "Survey, billed to Olive");
            }
            case "a row is edited" ->
                editOnTarget(row("Release night", LocalDate.of(2024, 1, 10)), "Release night, with pizza");
            default -> throw new IllegalArgumentException(what);
        }
    }

    private StoredLiveTimerEntry entryAtSource(String day) {
        return source.entries().stream()
                .filter(entry -> entry.startTime()
                        .filter(start -> start.toString().startsWith(day))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void editAtSource(String day, String newNote) {
        long id = entryAtSource(day).id();
        try (var client = LiveTimerClient.builder()
                .baseUrl(source.url().toString())
                .login(source.username(), source.password())
                .build()) {
            client.update(
                    TimeEntryId.of(client.account(), Long.toString(id)),
                    TimeEntryUpdate.builder().note(newNote).build());
        }
    }

    private StoredTeamworkEntry row(String note, LocalDate day) {
        return target.entries().stream()
                .filter(entry -> entry.description().equals(note)
                        && entry.date().atZone(target.zone()).toLocalDate().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private void editOnTarget(StoredTeamworkEntry row, String note) {
        try (var client = TeamworkClient.builder()
                .baseUrl(target.url().toString())
                .apiKey(target.apiKey())
                .zone(target.zone())
                .build()) {
            client.update(
                    TimeEntryId.of(client.account(), Long.toString(row.id())),
                    TimeEntryUpdate.builder().note(note).build());
        }
    }
}
