package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.Crash;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Tally;
import dev.hourbridge.migration.internal.mapping.EntryDigest;
import dev.hourbridge.migration.internal.mapping.Trailer;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PersonRef;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each rule for concurrent users is for: the same run with the rule, and with it removed by what the
 * engine is given. Without it the run fails, and with it the run succeeds.
 */
class RulesOffTest {
    private static final int ENTRIES = 8;

    /** The field of a trailer with the digests of its row. */
    private static final String ROW = "r";

    @TempDir
    Path directory;

    private final List<TimeEntry> stored = new ArrayList<>();
    private final Set<TimeEntryId> hidden = new HashSet<>();

    private Scene planned(Profiles target, Age age) {
        return Scene.onto(target, directory).seed(ENTRIES, age.firstDay).planned();
    }

    /** Rows that are hidden are in no list while {@code isOff}: the rule that looks for them has nothing to find. */
    private void hide(Scene scene, BooleanSupplier isOff) {
        scene.atTarget.page = page -> !isOff.getAsBoolean() || hidden.isEmpty()
                ? page
                : Page.of(
                        page.items().stream()
                                .filter(row -> !hidden.contains(row.id()))
                                .toList(),
                        page.next().orElse(null));
    }

    /** The response to a create is lost, and its row is stored otherwise. */
    private ApplyReport applyLosing(Scene scene, UnaryOperator<TimeEntry> storedAs, boolean isOff) {
        scene.atTarget.on("work 7", (entry, service) -> {
            TimeEntry row = service.store(storedAs.apply(service.commit(entry)));
            stored.add(row);
            hidden.add(row.id());
            throw Reply.noResponse();
        });
        hide(scene, () -> isOff);
        return scene.apply();
    }

    private void assertCaught(Scene scene, ApplyReport report, boolean isOff) {
        if (isOff) {
            assertThat(report.outcome()).as("nothing is noticed").isEqualTo(Outcome.DONE);
            assertThat(scene.target.entries()).as("duplicated").hasSize(ENTRIES + 1);
            caught();
        } else {
            assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
            assertThat(scene.entry("work 7").candidates())
                    .contains(stored.get(0).id().id());
            assertThat(scene.atTarget.posts("work 7")).isEqualTo(1);
        }
    }

    private static void caught() {
        Tally.held(
                Area.MIGRATION,
                "Rules for concurrent users removed",
                "each grade of the proof of absence, the list at the start of a process, sweep, canary conflict, read"
                        + " before delete, expiry of decisions, digests in the trailer; and each with it",
                "the run fails without it and succeeds with it",
                16,
                1);
    }

    private static TimeEntry withChanges(Scene scene, TimeEntry row, Change... changes) {
        TimeEntry changed = row;
        for (Change change : changes) {
            changed = change.in(changed, scene.target.capabilities().placement());
        }
        return changed;
    }

    private static WorkTime on(LocalDate day, WorkTime time) {
        return time instanceof WorkTime.Interval interval
                ? WorkTime.from(
                        interval.start().plusDays(ChronoUnit.DAYS.between(time.localDate(), day)), time.duration())
                : WorkTime.on(day, time.duration());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onAnOldDayAnyNewRowIsACandidate(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);

        ApplyReport report = applyLosing(
                scene,
                row -> withChanges(scene, row, Change.MINUTES, Change.NOTE, Change.PLACE).toBuilder()
                        .person(PersonRef.of(row.id().account(), "9"))
                        .build(),
                isOff);

        assertCaught(scene, report, isOff);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onAYoungDayARowOfTheOwnerIsACandidate(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.RECENT);

        ApplyReport report =
                applyLosing(scene, row -> withChanges(scene, row, Change.MINUTES, Change.NOTE, Change.PLACE), isOff);

        assertCaught(scene, report, isOff);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onAYoungDayARowWithTheNoteIsACandidate(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.RECENT);

        ApplyReport report = applyLosing(
                scene,
                row -> withChanges(scene, row, Change.MINUTES, Change.PLACE).toBuilder()
                        .person(PersonRef.of(row.id().account(), "9"))
                        .build(),
                isOff);

        assertCaught(scene, report, isOff);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void onAnyOtherDayARowWithTheNoteIsACandidate(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);
        LocalDate today = scene.time.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();

        ApplyReport report = applyLosing(
                scene,
                row -> withChanges(scene, row, Change.MINUTES, Change.PLACE).toBuilder()
                        .workTime(on(today, row.workTime()))
                        .build(),
                isOff);

        assertCaught(scene, report, isOff);
    }

    /** A row that a colleague entered before this process began is no candidate, although an earlier process did not see it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyProcessTakesAListAtItsStart(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        TimeEntry like = scene.targetRow("work 7");
        hidden.add(scene.others.enter(like, Change.MINUTES, Change.NOTE).id());
        hide(scene, () -> isOff && scene.atTarget.posts("added") == 0);
        scene.source.put(Rows.entry(scene.source, 21, like.workTime().localDate(), 90, "added"));
        scene.plan();
        scene.atTarget.on("added", Reply.lostRequest());

        ApplyReport report = scene.apply();

        assertThat(report.outcome()).isEqualTo(isOff ? Outcome.IN_DOUBT : Outcome.DONE);
        caught();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasSentTwiceIsLookedForAtTheEnd(boolean isOff) {
        Scene scene = planned(Profiles.CODEBASE, Age.HISTORICAL);
        scene.atTarget.on("work 7", (entry, service) -> {
            TimeEntry row = service.commit(entry);
            hidden.add(row.id());
            scene.time.after(Duration.ofSeconds(1), () -> scene.others.edit(row, Change.MINUTES));
            throw Reply.throttled();
        });
        hide(scene, () -> isOff);

        ApplyReport report = scene.apply();

        assertThat(report.outcome()).isEqualTo(isOff ? Outcome.DONE : Outcome.DIFFERENT);
        assertThat(scene.target.entries()).hasSize(ENTRIES + 1);
        caught();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCanaryThatChangedBeforeARestartIsAConflict(boolean isOff) throws Exception {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);
        AtomicBoolean killed = new AtomicBoolean();
        scene.atTarget.beforeList = query -> {
            if (scene.atTarget.posts() > 0 && killed.compareAndSet(false, true)) {
                throw new Crash();
            }
        };
        assertThat(scene.applyUnlessKilled()).isEmpty();
        TimeEntry edited = scene.others.edit(scene.newest(), Change.MINUTES);
        if (isOff) {
            // As if this process had read it back like that.
            sql(scene, "UPDATE entry SET canary_digest = ? WHERE canary IS NOT NULL", EntryDigest.of(edited));
        }

        ApplyReport report = scene.apply();
        scene.undo();

        assertThat(report.outcome()).isEqualTo(isOff ? Outcome.NEEDS_INPUT : Outcome.DIFFERENT);
        assertThat(scene.target.entries().contains(edited))
                .as("the colleague's edit is there")
                .isEqualTo(!isOff);
        caught();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void undoReadsARowRightBeforeItDeletesIt(boolean isOff) {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);
        scene.apply();
        TimeEntry row = scene.targetRow("work 1");
        List<TimeEntry> edited = new ArrayList<>();
        Runnable edits = () -> {
            if (edited.isEmpty()) {
                edited.add(scene.others.edit(row, Change.MINUTES));
            }
        };
        // Without the rule the edit is later than the read that it is compared by.
        scene.atTarget.beforeGet = isOff ? () -> {} : edits;
        scene.atTarget.beforeDelete = id -> {
            if (isOff && id.equals(row.id())) {
                edits.run();
            }
        };

        scene.undo();

        assertThat(scene.target.entries().contains(edited.get(0)))
                .as("the colleague's edit is there")
                .isEqualTo(!isOff);
        caught();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDecisionOnARowExpiresWhenTheRowChanges(boolean isOff) throws Exception {
        Scene scene = planned(Profiles.TEAMWORK, Age.HISTORICAL);
        scene.atTarget.on(
                "work 7",
                Reply.lostAnd(row -> scene.time.after(Duration.ofSeconds(30), () -> {
                    stored.add(scene.others.edit(row, Change.MINUTES));
                })));
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.IN_DOUBT);
        try (Migration migration = scene.builder().build()) {
            migration.resolveAsUnrelated(stored.get(0).id().id());
        }
        TimeEntry changed = scene.others.edit(stored.get(0), Change.MINUTES);
        if (isOff) {
            sql(scene, "UPDATE decision SET row_digest = ?", EntryDigest.of(changed));
        }

        ApplyReport report = scene.apply();

        assertThat(report.posts()).isEqualTo(isOff ? 1 : 0);
        assertThat(scene.entry("work 7").state() == EntryState.IN_DOUBT).isEqualTo(!isOff);
        caught();
    }

    /** With the digests of the row that it is on now, a trailer gives the row back to its old person. */
    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "CODEBASE"})
    void aTrailerHoldsForTheRowThatItWasWrittenWith(Profiles target) throws Exception {
        for (boolean isOff : new boolean[] {false, true}) {
            Path here = directory.resolve("off-" + isOff);
            assertThat(here.resolve("back").toFile().mkdirs()).isTrue();
            Scene there = new Scene(Profiles.LIVETIMER, target, here);
            there.policy = there.policy.toBuilder().marker(Marker.TRAILER).build();
            there.seed(ENTRIES, Age.HISTORICAL.firstDay).planned();
            there.apply();
            TimeEntry row = there.targetRow("work 7");
            String note =
                    isOff ? withRowOf(row.note(), there.targetRow("work 8").note()) : row.note();
            there.others.edit(row.toBuilder()
                    .person(PersonRef.of(row.id().account(), "2"))
                    .note(note)
                    .build());
            Scene back = there.reversed(here.resolve("back"), Map.of());
            back.policy = back.policy.toBuilder().marker(Marker.NONE).build();

            long unmapped = back.plan().incompleteEntries();

            assertThat(unmapped).as("asks who the person is").isEqualTo(isOff ? 0 : 1);
        }
        caught();
    }

    /** The note with its trailer, and in it the digests of another row. */
    private static String withRowOf(String note, String other) {
        Trailer.Split split = Trailer.split(note);
        Map<String, String> fields = new HashMap<>(split.trailer().orElseThrow().fields());
        fields.put(ROW, Trailer.split(other).trailer().orElseThrow().fields().get(ROW));
        return new Trailer(fields).appendedTo(split.note());
    }

    private static void sql(Scene scene, String statement, String value) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + scene.ledger);
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setString(1, value);
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
