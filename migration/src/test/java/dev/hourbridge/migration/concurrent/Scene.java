package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.conformance.InMemoryTimeTracker;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Crash;
import dev.hourbridge.migration.EntryReport;
import dev.hourbridge.migration.FakeTime;
import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.MigrationBuilder;
import dev.hourbridge.migration.MigrationPlan;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Policy;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.QuickMigration;
import dev.hourbridge.migration.UndoReport;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A source, a target that other people work on too, and a ledger. Each step is done by a migration of its own, as a
 * process of its own would do it. The credentials of the target are those of person {@link #OWNER}.
 */
final class Scene {
    static final String OWNER = "1";
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    final FakeTime time;

    /** Where the stamps of rows on the target come from. */
    final Clock stamps;

    final InMemoryTimeTracker source;
    final InMemoryTimeTracker target;
    final Script atSource = new Script();
    final Script atTarget;
    final OtherUsers others;
    final Findings findings = new Findings();
    final Story story = new Story();
    Path ledger;

    /** The state directory of the user on this machine. */
    Path state;

    Mapping mapping = Mapping.builder()
            .people(Map.of("1", "1", "2", "2"))
            .projects(Map.of("10", "110", "11", "111"))
            .tasks(Map.of("20", "120"))
            .activities(Map.of("30", "130"))
            .defaultTask("199")
            .defaultActivity("Work")
            .defaultProject("119")
            .defaultNote("(no note)")
            .build();
    Policy policy =
            Policy.builder().startPolicy(LocalTime.of(9, 0)).parallelism(1).build();

    /** Changes the builder of each migration before it is built. */
    Function<MigrationBuilder, MigrationBuilder> configured = builder -> builder;

    Scene(Profiles from, Profiles to, Path directory) {
        this(from, to, directory, Duration.ZERO);
    }

    /** A scene with stamps on the target that are off by so much, as those of a service in a zone of its own. */
    Scene(Profiles from, Profiles to, Path directory, Duration stampsOff) {
        time = new FakeTime();
        stamps = Clock.offset(time.clock(), stampsOff);
        source = Rows.service(from, "source", time.clock(), 0);
        target = Rows.service(to, "target", stamps, 50_000);
        atTarget = new Script();
        others = new OtherUsers(target, stamps);
        ledger = directory.resolve("ledger.db");
        state = directory.resolve("state");
    }

    private Scene(InMemoryTimeTracker source, Scene other, InMemoryTimeTracker target, Path directory) {
        time = other.time;
        stamps = target == other.target ? other.stamps : time.clock();
        this.source = source;
        this.target = target;
        boolean isSameTarget = target == other.target;
        atTarget = isSameTarget ? other.atTarget : new Script();
        others = isSameTarget ? other.others : new OtherUsers(target, time.clock());
        mapping = other.mapping;
        policy = other.policy;
        ledger = directory.resolve("ledger.db");
        state = directory.resolve("state");
    }

    /** The same source with a target of its own that nothing happens to. */
    Scene sameSource(Path directory) {
        return new Scene(source, this, Rows.service(target, "clean", time.clock(), 50_000), directory);
    }

    /** Another source, without entries, with the same target, and a ledger of its own. */
    Scene sameTarget(Path directory) {
        return new Scene(Rows.service(source, "second", time.clock(), 10_000), this, target, directory);
    }

    /** A scene with a source that holds as much as possible. */
    static Scene onto(Profiles to, Path directory) {
        return new Scene(to == Profiles.LIVETIMER ? Profiles.TEAMWORK : Profiles.LIVETIMER, to, directory);
    }

    /**
     * The way back: this scene's target is the source, and the target is an account like this one's source without
     * entries. Places are mapped back.
     *
     * @param people which person there is which here
     */
    Scene reversed(Path directory, Map<String, String> people) {
        Scene reversed = new Scene(target, this, Rows.emptied(source, time.clock()), directory);
        reversed.mapping = Mapping.builder()
                .people(people)
                .projects(Map.of("110", "10", "111", "11", "118", "18"))
                .tasks(Map.of("120", "20", "198", "98"))
                .build();
        return reversed;
    }

    /** Adds entries with the notes "work 1" and so on, of two people and on two projects by turns, two a day. */
    Scene seed(int entries, LocalDate firstDay) {
        for (int number = 1; number <= entries; number++) {
            source.put(Rows.entry(source, number, firstDay.plusDays(number / 2), 20 + number, "work " + number));
        }
        return this;
    }

    MigrationBuilder builder() {
        return configured.apply(QuickMigration.builder(time)
                .source(new ScriptedClient(source, atSource, time))
                .target(client(OWNER))
                .targetFor("2", client("2"))
                .range(FIRST, LAST)
                .mapping(mapping)
                .policy(policy)
                .ledger(ledger)
                .stateDirectory(state));
    }

    private ScriptedClient client(String owner) {
        return new ScriptedClient(target.sameService().owner(owner).build(), atTarget, time);
    }

    MigrationPlan plan() {
        try (Migration migration = builder().build()) {
            story.tell("plan");
            return migration.plan();
        }
    }

    Scene planned() {
        MigrationPlan plan = plan();
        assertThat(plan.incompleteEntries()).isZero();
        assertThat(plan.outcome()).isEqualTo(Outcome.DONE);
        return this;
    }

    ApplyReport apply() {
        try (Migration migration = builder().build()) {
            story.tell("apply");
            ApplyReport report = findings.of(migration.apply());
            story.tell("-> " + report.outcome() + " " + report.states() + " "
                    + report.problem().orElse("") + report.possibleDuplicates());
            readEntries(migration);
            return report;
        }
    }

    /** Applies until the process is killed; empty if it was. */
    Optional<ApplyReport> applyUnlessKilled() {
        try {
            return Optional.of(apply());
        } catch (Crash e) {
            return Optional.empty();
        }
    }

    VerifyReport verify() {
        try (Migration migration = builder().build()) {
            story.tell("verify");
            VerifyReport report = findings.of(migration.verify());
            story.tell("-> " + report.outcome() + " " + report.summary() + report.possibleDuplicates());
            migration.forEachUnrelatedRow(findings::of);
            readEntries(migration);
            return report;
        }
    }

    UndoReport undo() {
        try (Migration migration = builder().build()) {
            story.tell("undo");
            UndoReport report = findings.of(migration.undo());
            story.tell("-> " + report.outcome() + " " + report.deleted() + " deleted, " + report.retained());
            readEntries(migration);
            return report;
        }
    }

    private void readEntries(Migration migration) {
        List<EntryReport> entries = new ArrayList<>();
        migration.forEachEntry(entries::add);
        findings.entries(entries);
    }

    /** Where each entry of the plan stands. */
    List<EntryReport> entries() {
        List<EntryReport> entries = new ArrayList<>();
        try (Migration migration = builder().build()) {
            migration.forEachEntry(entries::add);
        }
        return entries;
    }

    /** Where the entry with this note stands. */
    EntryReport entry(String note) {
        return entries().stream()
                .filter(entry -> Script.firstLine(entry.note()).equals(note))
                .findFirst()
                .orElseThrow();
    }

    /** The rows on the target with this note. */
    List<TimeEntry> targetRows(String note) {
        return target.entries().stream()
                .filter(row -> Script.firstLine(row.note()).equals(note))
                .toList();
    }

    /** The one row on the target with this note. */
    TimeEntry targetRow(String note) {
        List<TimeEntry> found = targetRows(note);
        assertThat(found).as("rows with the note %s", note).hasSize(1);
        return found.get(0);
    }

    /** The newest row on the target. */
    TimeEntry newest() {
        List<TimeEntry> all = target.entries();
        return all.get(all.size() - 1);
    }

    /** What is planned, worked out without the engine: each row in one line, with how often it is to be there. */
    Map<String, Integer> expected() {
        return Rows.expected(source, target);
    }

    /** What is on the target, in the same form. */
    Map<String, Integer> onTarget() {
        return Rows.count(target.entries().stream().map(Rows::line));
    }
}
