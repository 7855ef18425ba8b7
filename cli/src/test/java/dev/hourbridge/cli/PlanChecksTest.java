package dev.hourbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.simulators.Fault;
import dev.hourbridge.simulators.Requests;
import dev.hourbridge.simulators.livetimer.StoredLiveTimerEntry;
import dev.hourbridge.simulators.teamwork.StoredTeamworkEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan finds out before anything is sent. */
final class PlanChecksTest {
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
    void endsWithFourForAProjectOrTaskThatTheTargetDoesNotHave() {
        addTaskEntry();
        CommandRun plan = bench.withEntries(2)
                .replace("\"29\": \"1049\"", "\"29\": \"4711\"")
                .replace("defaults:", "  tasks: { \"40\": \"4712\" }\ndefaults:")
                .run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out())
                .contains("Decision needed: Target project 4711: the target has none with this id")
                .contains("Decision needed: Target task 4712: the target has none with this id")
                .contains("404");
        assertThat(bench.text("report.html")).contains("Target project 4711");
        assertThat(bench.run("migrate", "--yes").code()).isEqualTo(4);
        assertThat(bench.posts()).isZero();

        bench.replace("\"4711\"", "\"1049\"").replace("  tasks: { \"40\": \"4712\" }\n", "");
        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        Evidence.of(Area.REPORTS, "Ids that the target does not have")
                .tried("a project and a task are mapped to ids that Teamwork does not have")
                .result(
                        "plan and migrate name both and exit with code 4, nothing is sent; fixed and planned again, the same ledger resumes")
                .count(2);
    }

    @Test
    void asksOnlyForWhatThePlanNeeds() {
        CommandRun plan = bench.withEntries(2)
                .replace("\"29\": \"1049\"", "\"29\": \"1049\", \"77\": \"4711\"")
                .run("plan");

        assertThat(plan.code()).as(plan.out()).isZero();
    }

    @Test
    void takesNoTroubleOfTheTargetForAnUnknownId() {
        bench.target.faults().always(Requests.operation("list-project"), Fault.status(500));

        assertThat(bench.withEntries(2).run("plan").code()).isZero();
    }

    @Test
    void saysOfWhomNothingIsKnown() {
        CommandRun plan = bench.withEntries(2).run("plan");

        assertThat(plan.out()).contains("Not checked: whether the target has person 999. It lists");
        assertThat(bench.run("apply").code()).isZero();
        assertThat(bench.inNewLedger("second")
                        .replace("existing: stop", "existing: create")
                        .run("plan")
                        .out())
                .doesNotContain("Not checked");
    }

    @Test
    void aPlanThatIsShownAgainSaysTheSame() {
        bench.target.add(StoredTeamworkEntry.builder(999, 1049, Instant.parse("2024-06-02T15:00:00Z"), 45)
                .description("Somebody's")
                .build());
        CommandRun first = bench.withEntries(2).run(new CommandRun().onTerminal("n\n"), "migrate");
        assertThat(first.code()).isEqualTo(130);
        assertThat(first.out()).doesNotContain("Not checked");

        CommandRun second = bench.run(new CommandRun().onTerminal("n\n"), "migrate");

        assertThat(second.out().replaceAll("(?m)^Not used.*\n", ""))
                .isEqualTo(first.out().replaceAll("(?m)^Not used.*\n", ""));
    }

    @Test
    void aPlanOfAnotherMappingIsNotAppliedAndTheReportStays() {
        assertThat(bench.withEntries(2)
                        .run(new CommandRun().onTerminal("n\n"), "migrate")
                        .code())
                .isEqualTo(130);
        String report = bench.text("report.json");
        bench.replace("\"29\": \"1049\"", "\"29\": \"999\"");

        CommandRun changed = bench.run("apply");

        assertThat(changed.code()).isEqualTo(12);
        assertThat(changed.out()).isEmpty();
        assertThat(changed.err()).contains("a different mapping").contains("Plan again");
        assertThat(bench.text("report.json")).isEqualTo(report);
        assertThat(bench.posts()).isZero();
    }

    @Test
    void offersTasksThatAreLeftOutForWantOfAMapping() {
        addTaskEntry();

        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.text("migration.db.mapping.yaml")).isEqualTo("""
                        # Fill in the target's ids, or write skip. To use this file, specify it in the configuration: mapping: FILE
                        map:
                          tasks:
                            # "40":   # Survey, 1 entry; omitted unless it is mapped
                        """);

        bench.replace("\"25\": \"999\"", "\"24\": \"999\"");
        CommandRun plan = bench.run("plan");
        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out()).contains("people:\n    \"25\":").doesNotContain("\"40\"");
        assertThat(plan.err()).contains("migration.db.mapping.yaml, with 1 task more that can be mapped");
        assertThat(bench.text("migration.db.mapping.yaml"))
                .contains("people:\n    # On the target: ", "    \"25\":", "    # \"40\":   #");

        bench.replace("\"24\": \"999\"", "\"25\": \"999\"")
                .replace("defaults:", "  tasks: { \"40\": \"7641\" }\ndefaults:");
        bench.run("plan");
        assertThat(Files.exists(bench.path("migration.db.mapping.yaml"))).isFalse();
    }

    @Test
    void aReportAfterApplyDoesNotSpeakOfAnEarlierPlan() {
        assertThat(bench.withEntries(2).run("migrate", "--yes").code()).isZero();

        assertThat(bench.text("report.txt"))
                .doesNotContain("earlier plan")
                .doesNotContain("before")
                .contains("client dropped")
                .contains("person Demo User (999), project Time Logging Project (1049)");
    }

    @Test
    void aSecondPlanCountsWhatTheSourceHasNow() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();
        bench.source.remove(bench.source.entries().get(0).id());

        CommandRun plan = bench.run("plan");

        assertThat(plan.out())
                .contains("2 entries in the range; 2:00 h at the source, 3:00 h planned.")
                .contains("  3 entries: sent under an earlier plan")
                .contains("  1 entry: of those, no longer listed by the source")
                .contains("  1 entry: deleted at the source, retained on the target")
                .doesNotContain("mapping changed")
                .contains("Nothing remains to send.");
    }

    @Test
    void aChangedMappingOfSentEntriesIsReported() {
        assertThat(bench.withEntries(3).run("migrate", "--yes").code()).isZero();

        CommandRun plan = bench.replace("\"25\": \"999\"", "\"25\": \"1000\"").run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out())
                .contains("  3 entries: to update: mapping changed")
                .contains(", mapping changed: person 999 -> 1000");
        assertThat(bench.text("report.json")).contains("\"remapped\" : 3");
    }

    @Test
    void aLedgerThatWasUndoneIsNotPlannedAgain() {
        assertThat(bench.withEntries(2).run("migrate", "--yes").code()).isZero();
        assertThat(bench.run("undo", "--yes").code()).isZero();

        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(12);
        assertThat(plan.err()).contains("new ledger");
        assertThat(plan.out()).doesNotContain("Nothing is lost");
    }

    @Test
    void theTemplateStaysOneWhateverIsUncommented() {
        addTaskEntry();
        String projects = "  projects: { \"28\": \"999\", \"29\": \"1049\" }\n";
        bench.replace(projects, "").replace("defaults:\n  project: \"999\"\n", "");
        assertThat(bench.run("plan").code()).isEqualTo(4);

        String untouched = bench.text("migration.db.mapping.yaml").replace("\"29\":", "\"29\": \"1049\"");
        bench.replace("map:\n", untouched);
        assertThat(bench.run("plan").code()).as(untouched).isZero();
        String template = untouched.replace("# \"40\":", "\"40\": \"7641\"");
        assertThat(template).containsPattern("  tasks:\n(    # On the target: \"\\d+\" .*\n)+    \"40\": \"7641\"");
        bench.replace(untouched, template);
        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).as(plan.err() + plan.out()).isZero();
        assertThat(bench.run("apply").code()).isZero();
        assertThat(bench.target.entries().get(0).taskId()).hasValue(7641L);
    }

    @Test
    void cutsNoKeyInAListOfManyThatNoEntryHas() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            keys.append(", \"").append(70_000_000_000L + i).append("\": \"7642\"");
        }
        CommandRun plan = bench.withEntries(2)
                .replace("\"29\": \"1049\"", "\"29\": \"1049\"" + keys)
                .run("plan");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .containsPattern("Not used: map.people \"26\", map.projects \"28\"(, map.projects \"700000000\\d\\d\")+"
                        + " and \\d+ more: no source entry");
    }

    @Test
    void namesKeysOfTheMappingThatNoEntryHas() {
        CommandRun plan = bench.withEntries(2)
                .replace("\"29\": \"1049\"", "\"29\": \"1049\", \"41\": \"7642\"")
                .run("plan");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains(
                        "Not used: map.people \"26\", map.projects \"28\", map.projects \"41\": no source " + "entry");
        assertThat(bench.text("report.json")).contains("\"map.projects \\\"41\\\"\"");
        assertThat(bench.text("report.html")).contains("map.projects");
        assertThat(bench.run("apply").out()).doesNotContain("Not used");
    }

    @Test
    void migrateKeepsTheConditionOfThePlan() {
        CommandRun plan = bench.withDayEntry(25, "When?").run("plan", "--fail-on-loss", "start");
        assertThat(plan.code()).isEqualTo(4);

        CommandRun migrate = bench.run("migrate", "--yes");

        assertThat(migrate.code()).isEqualTo(4);
        assertThat(migrate.err())
                .contains("--fail-on-loss: values would be lost in start")
                .contains("plan again");
        assertThat(bench.posts()).isZero();
        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.run("migrate", "--yes").code()).isZero();
    }

    @Test
    void saysWhatIsDoneAboutEqualRows() {
        bench.withEntries(2);
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        bench.inNewLedger("second");

        assertThat(bench.run("plan").out())
                .contains("policy.existing is stop, so nothing is sent")
                .doesNotContain("adopt assumes");
        assertThat(bench.replace("existing: stop", "existing: adopt")
                        .run("plan")
                        .out())
                .contains("policy.existing is adopt: each row is treated as the planned entry")
                .contains("adopt assumes that each of these rows is the planned entry itself")
                .containsPattern("  target \\d+, created \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\\n")
                .doesNotContain("Decision needed");
        assertThat(bench.replace("existing: adopt", "existing: create")
                        .run("plan")
                        .out())
                .contains("policy.existing is create: these rows remain");
    }

    @Test
    void namesTheDefaultsThatWouldDo() {
        bench.source.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2024, 3, 1), 30)
                .note("No project")
                .build());

        assertThat(bench.replace("defaults:\n  project: \"999\"\n", "")
                        .run("plan")
                        .out())
                .contains("set a default with defaults.project, 1 entry");
    }

    @Test
    void aLongListOfDoublesIsCut() throws IOException {
        bench.withEntries(30).run("plan");
        bench.target.faults().nth(5, Requests.method("POST"), Fault.status(401));
        assertThat(bench.run("apply").code()).isEqualTo(3);
        int known = bench.target.entries().size();
        Path ledger = bench.path("migration.db");
        Path copy = Files.copy(ledger, bench.path("copy.db"));
        assertThat(bench.run("apply").code()).isZero();
        Files.copy(copy, ledger, StandardCopyOption.REPLACE_EXISTING);

        CommandRun verify = bench.run(new CommandRun().onAnotherMachine(), "verify");

        assertThat(verify.code()).isEqualTo(8);
        assertThat(verify.out().lines().filter(line -> line.startsWith("Possible duplicate")))
                .hasSize(10);
        assertThat(verify.out()).contains("and " + (20 - known) + " more possible duplicates");
        assertThat(bench.text("report.json").split("\"twinId\"|\"targetId\"")).hasSizeGreaterThan(25);
    }

    @Test
    void saysThatAllWasUndone() {
        assertThat(bench.withEntries(2).run("migrate", "--yes").code()).isZero();
        assertThat(bench.run("undo", "--yes").code()).isZero();

        assertThat(bench.run("apply").out()).contains("Entries: 2 undone");
        CommandRun verify = bench.run("verify");
        assertThat(verify.lastLine()).isEqualTo("UNDONE: all 2 entries were undone; none of them is on the target.");
        assertThat(verify.out()).contains(", 2 of them undone");
        assertThat(verify.code()).isEqualTo(8);
    }

    private void addTaskEntry() {
        bench.source.add(StoredLiveTimerEntry.durationOnly(25, LocalDate.of(2024, 3, 1), 30)
                .projectId(29)
                .taskId(40)
                .note("On a task")
                .build());
    }

    @Test
    void listsWhatTheMappingCannotHaveAnEffectWithOnThisTarget() throws IOException {
        CommandRun plan = bench.withEntries(2).replace("defaults:", """
                          activities: { "16": "1" }
                          work:
                            - { from: { task: "40" }, to: { task: "7641" } }
                            - { from: { task: "40" }, to: { task: "7642" } }
                        defaults:""").run("plan");

        assertThat(plan.out())
                .contains("No effect: map.activities.16: entries on the target have no such field.")
                .contains("No effect: map.work.2: an earlier rule has the same conditions.");
        assertThat(bench.text("report.json")).contains("map.activities.16").contains("repeated rule");
    }

    @Test
    void asksWhichOfTwoContradictingDurationsCounts() {
        OffsetDateTime start = OffsetDateTime.parse("2024-03-04T10:00:00-05:00");
        bench.source.add(StoredLiveTimerEntry.startEnd(Bench.WALTER, start, start.plusHours(1))
                .minutes(45)
                .projectId(29)
                .build());
        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).isEqualTo(4);
        assertThat(plan.out())
                .containsPattern(
                        "Decision needed: the duration contradicts start and end on 1 entry \\(e\\.g\\. \\d+\\); set"
                                + " policy\\.contradictingDuration to interval or reported");

        bench.replace("existing: stop", "existing: stop\n  contradictingDuration: reported");
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.target.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.minutes()).isEqualTo(45));
    }

    @Test
    void countsSkippedEntriesOnTheScreenAndInTheLastSentence() {
        bench.withEntries(3).withDayEntry(26, "of the one who is skipped").replace("\"26\": \"1000\"", "\"26\": skip");
        CommandRun plan = bench.run("plan");

        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("3 entries in the range").contains("  1 entry: skipped by the mapping, 1:30 h");
        CommandRun migrated = bench.run("migrate", "--yes");
        assertThat(migrated.code()).as(migrated.err()).isZero();
        assertThat(migrated.out()).contains("All 3 entries are on the target").contains(" 1 entry skipped.");
        assertThat(bench.posts()).isEqualTo(3);
        assertThat(bench.text("report.json")).contains("\"skippedEntries\" : 1").contains("\"skipped\" : 1");
    }

    @Test
    void sendsWhatTheFilterLetsThroughAndTheRestWhenItIsWidened() {
        bench.withEntries(3).withDayEntry(26, "of another").replace("map:\n", "filter: { people: [\"26\"] }\nmap:\n");
        CommandRun pilot = bench.run("migrate", "--yes");
        assertThat(pilot.code()).as(pilot.err()).isZero();
        assertThat(pilot.out()).contains("  3 entries: excluded by the filter");
        assertThat(bench.posts()).isEqualTo(1);

        bench.replace("filter: { people: [\"26\"] }\n", "");
        assertThat(bench.run("plan").code()).isZero();
        assertThat(bench.run("migrate", "--yes").code()).isZero();
        assertThat(bench.posts()).isEqualTo(4);

        bench.replace("map:\n", "filter: { people: [\"25\"] }\nmap:\n");
        CommandRun narrower = bench.run("plan");
        assertThat(narrower.code()).isEqualTo(12);
        assertThat(narrower.err()).contains("The filter is narrower than the filter of the ledger's last plan.");
    }
}
