package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
    private static final int PER_DAY = 12;

    @TempDir
    Path directory;

    private Story story;

    @BeforeEach
    void start() throws IOException {
        story = new Story(directory).withEntries(ENTRIES, PER_DAY, 2024);
    }

    @AfterEach
    void stop() {
        story.close();
    }

    @Test
    void fourLinesAreTyped() throws IOException {
        story.type("range: { from: 2024-01-01, to: 2024-12-31 }");
        story.type("mapping: " + story.mapping);

        CommandRun check = story.run("check");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        CommandRun map = story.run("map");
        assertThat(map.code()).as(map.err()).isZero();
        assertThat(map.out())
                .contains("person        8: 6 filled in, 1 with candidates, 1 open")
                .contains("project      12: 12 filled in, 0 with candidates, 0 open")
                .contains("task         30: 30 filled in, 0 with candidates, 0 open");
        assertThat(story.run("plan").code()).as("two people are open").isEqualTo(4);

        story.fillIn("306", "\"707\"");
        story.fillIn("307", "skip");
        CommandRun plan = story.run("plan");
        assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
        assertThat(plan.out()).contains(story.skipped() + " entries: skipped by the mapping");
        CommandRun apply = story.run("apply");
        assertThat(apply.code()).as(apply.out() + apply.err()).isZero();
        CommandRun verify = story.run("verify");

        assertThat(verify.code()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.lastLine()).contains(story.skipped() + " entries skipped.");
        assertThat(story.target.entries()).hasSize((int) (ENTRIES - story.skipped()) + Story.TASKS);
        assertThat(story.target.entries().stream()
                        .filter(entry -> entry.personId() == 707)
                        .count())
                .isGreaterThan(200);
    }
}
