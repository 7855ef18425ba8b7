package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes of what went well, and of what cannot begin. */
final class ExitCodeTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench(directory);
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void zeroWhenDoneAndVerified() {
        CommandRun migrate =
                bench.withEntries(5).withDayEntry(26, "Without a start").run("migrate", "--yes");

        assertThat(migrate.code()).as(migrate.err() + migrate.out()).isZero();
        assertThat(migrate.lastLine())
                .isEqualTo("All 6 entries are on the target, 6 with declared loss. 390 of 390 minutes.");
        assertThat(bench.target.entries()).hasSize(6);
    }

    @Test
    void zeroAndNoPostWhenThereIsNothingLeftToDo() {
        assertThat(bench.withEntries(5).run("migrate", "--yes").code()).isZero();
        long posts = bench.posts();

        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.run("apply").code()).isZero();

        assertThat(bench.posts()).isEqualTo(posts).isEqualTo(5);
    }

    @Test
    void oneForAFaultOfOurOwnWithoutItsText() {
        CommandRun list = new CommandRun()
                .failing("s3cret")
                .started("list", "-c", writtenFile().toString());

        assertThat(list.code()).isEqualTo(1);
        assertThat(list.err())
                .contains("a bug in hourbridge")
                .doesNotContain("s3cret")
                .doesNotContain("\tat ");
    }

    @Test
    void oneWithTheStackTraceOnDemand() {
        CommandRun list = new CommandRun()
                .failing("s3cret")
                .started("list", "--debug", "-c", writtenFile().toString());

        assertThat(list.err()).contains("\tat ");
    }

    @Test
    void twoForWrongUsageNamingTheOption() {
        assertThat(new CommandRun().run()).isEqualTo(2);
        assertThat(new CommandRun().run("plan")).isEqualTo(2);
        assertThat(new CommandRun().run("explode")).isEqualTo(2);
        assertThat(bench.run("list", "--format", "xml").code()).isEqualTo(2);
        assertThat(bench.run("list", "--from", "2024-02-01", "--to", "2024-01-01")
                        .err())
                .contains("--to");

        CommandRun plan = bench.run("plan", "--fail-on-loss", "colour");
        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.err()).contains("--fail-on-loss").contains("colour").contains("note");
    }

    @Test
    void threeForAnErrorInTheFile() {
        CommandRun plan = bench.replace("existing: stop", "existng: stop").run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("migration.yaml:17: policy.existng: unknown key; did you mean existing?");
    }

    @Test
    void threeForAWrongPassword() {
        CommandRun plan = bench.replace("${LIVETIMER_PASSWORD}", "s3cret-guess").run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("authentication").doesNotContain("s3cret-guess");
    }

    @Test
    void threeForAKeyThatMayNotWrite() {
        assertThat(bench.withEntries(3).run("plan").code()).isZero();
        bench.target.faults().always(Requests.method("POST"), Fault.status(403));

        assertThat(bench.run("apply").code()).isEqualTo(3);
        assertThat(bench.target.entries()).isEmpty();
    }

    @Test
    void threeForPlainHttpToAnotherMachine() {
        CommandRun plan = bench.replace(bench.target.url().toString(), "http://198.51.100.7")
                .run("plan");

        assertThat(plan.code()).isEqualTo(3);
        assertThat(plan.err()).contains("migration.yaml:7: target.url").contains("https");
    }

    @Test
    void fourForAnUnmappedPersonWithAMappingFileToFillIn() {
        CommandRun plan = bench.withEntries(3)
                .replace("{ \"25\": \"999\", \"26\": \"1000\" }", "{}")
                .run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("person 25").contains("not mapped, 3 entries");
        assertThat(bench.text("migration.db.mapping.yaml"))
                .contains("people:\n", "\n    \"25\":   # walter, 3 entries")
                .contains("3 entries");
        assertThat(bench.run("apply").code()).isEqualTo(4);
        assertThat(bench.posts()).isZero();
    }

    @Test
    void fourForAStartThatNobodyGave() {
        CommandRun plan = bench.withDayEntry(25, "When?")
                .replace("startPolicy: \"09:00\"", "startPolicy: refuse")
                .run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("policy.startPolicy");
    }

    @Test
    void fourForEqualRowsOnTheTarget() {
        bench.withEntries(2).target.add(equalToFirstEntry());

        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(4);
        assertThat(bench.posts()).isZero();

        bench.replace("existing: stop", "existing: adopt");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.posts()).isEqualTo(1);
    }

    @Test
    void fourForALossThatMustNotBe() {
        assertThat(bench.withDayEntry(25, "When?")
                        .run("plan", "--fail-on-loss", "note,start")
                        .code())
                .isEqualTo(4);
        CommandRun apply = bench.run("apply");
        assertThat(apply.code()).isEqualTo(4);
        assertThat(apply.out() + apply.err()).contains("START");
        assertThat(bench.posts()).isZero();

        assertThat(bench.run("plan", "--fail-on-loss", "note").code()).isZero();
        assertThat(bench.run("apply").code()).isZero();
    }

    private Path writtenFile() {
        bench.run("list");
        return bench.path("migration.yaml");
    }

    private static StoredTeamworkEntry equalToFirstEntry() {
        return StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-01-02T15:00:00Z"), 60)
                .description("Entry 0")
                .build();
    }
}
