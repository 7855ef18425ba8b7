package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each rule for later runs is for: the same run with the rule, and with it removed by what the engine is given. Without
 * it the run fails, and with it the run succeeds.
 */
class CutoverMutantsTest extends EngineTest {
    private static final int ENTRIES = 60;

    @BeforeEach
    void isSentOnce() {
        for (int number = 0; number < ENTRIES; number++) {
            world.from.add(world.entry(number, World.FIRST.plusDays(number), 20 + number, "work " + number));
        }
        world.policy = world.policy.toBuilder().deleted(DeletedEntries.DELETE).build();
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.restart();
    }

    private Outcome cycle() {
        return cycle(world.builder());
    }

    private static Outcome cycle(MigrationBuilder builder) {
        try (Migration migration = builder.build()) {
            return migration.plan().outcome().and(migration.apply().outcome());
        }
    }

    private static void caught() {
        Tally.held(
                Area.MIGRATION,
                "Rules for later runs removed",
                "no comparison before an update and a deletion, no settle time before an update is sent again, no limit of"
                        + " deletions, a short list taken for deletions, no second list, no other entry of the person and"
                        + " project; and each with it",
                "the run fails without it and succeeds with it",
                14,
                1);
    }

    private TimeEntry at(int number) {
        return List.copyOf(world.from.rows()).get(number);
    }

    private void edit(int number, String note) {
        world.from.add(at(number).toBuilder().note(note).build());
    }

    private TimeEntry row(String note) {
        return world.to.rows().stream()
                .filter(row -> row.note().equals(note))
                .findFirst()
                .orElseThrow();
    }

    private List<String> notes() {
        return world.to.rows().stream().map(TimeEntry::note).toList();
    }

    /** Without the comparison, the engine believes what it read before the colleague's edit. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowIsComparedBeforeItIsUpdated(boolean isOff) {
        assertComparedBefore(isOff, () -> edit(3, "edited"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRowIsComparedBeforeItIsDeleted(boolean isOff) {
        assertComparedBefore(isOff, () -> world.from.remove(at(3).id()));
    }

    private void assertComparedBefore(boolean isOff, Runnable change) {
        TimeEntry before = row("work 3");
        change.run();
        try (Migration migration = world.migration()) {
            assertThat(migration.plan().outcome()).isEqualTo(Outcome.DONE);
            TimeEntry edited =
                    world.to.add(before.toBuilder().note("by a colleague").build());
            int[] reads = new int[1];
            world.target.read = row -> isOff && row.id().equals(before.id()) && reads[0]++ == 0 ? before : row;

            Outcome outcome = migration.apply().outcome();

            assertThat(outcome == Outcome.DIFFERENT).as("%s", outcome).isEqualTo(!isOff);
            assertThat(world.to.rows().contains(edited))
                    .as("the colleague's edit is there")
                    .isEqualTo(!isOff);
        }
        caught();
    }

    /** The response to an update is lost, and it is carried out a minute later. A newer one must not be sent before that. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateInDoubtIsSettledBeforeANewerOneIsSent(boolean isOff) {
        edit(3, "first edit");
        world.target.updating = commit -> {
            world.time.after(Duration.ofSeconds(60), commit);
            throw new Crash();
        };
        assertThatExceptionOfType(Crash.class).isThrownBy(this::cycle);
        world.restart();
        edit(3, "second edit");

        // Believes that it slept; the service's time stands still meanwhile.
        Outcome outcome = cycle(isOff ? world.builder().sleeper(duration -> {}) : world.builder());
        world.time.sleep(Duration.ofHours(1));

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(notes().contains("second edit"))
                .as("the newer edit is there")
                .isEqualTo(!isOff);
        caught();
    }

    /** An edit by a colleague while an update is in doubt, which is sent again at once without the settle time. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anUpdateInDoubtIsSettledBeforeItIsSentAgain(boolean isOff) {
        edit(3, "edited");
        TimeEntry before = row("work 3");
        boolean[] isLost = new boolean[1];
        world.target.updating = commit -> {
            if (isLost[0]) {
                commit.run();
                return;
            }
            isLost[0] = true;
            world.time.after(
                    Duration.ofSeconds(30),
                    () -> world.to.add(before.toBuilder().note("by a colleague").build()));
            throw new ConnectionException(failed(WriteOutcome.IN_DOUBT).build());
        };

        cycle(isOff ? world.builder().sleeper(duration -> {}) : world.builder());
        int updates = world.target.updates.get();

        assertThat(updates).as("updates").isEqualTo(isOff ? 2 : 1);
        caught();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void moreDeletionsThanThePolicyAllowsStopThePlan(boolean isOff) {
        for (int number = 0; number < 51; number++) {
            world.from.remove(at(0).id());
        }
        if (isOff) {
            world.policy = world.policy.toBuilder().maxDeletes(ENTRIES).build();
        }

        Outcome outcome = cycle();

        assertThat(outcome).isEqualTo(isOff ? Outcome.DONE : Outcome.NEEDS_INPUT);
        assertThat(world.to.rows()).hasSize(isOff ? ENTRIES - 51 : ENTRIES);
        assertThat(world.target.deletes).hasValue(isOff ? 51 : 0);
        caught();
    }

    /** Without the question for each entry that is not listed, the list alone would prove deletions. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aShortListIsNotTakenForDeletions(boolean isOff) {
        Set<TimeEntryId> listed = new HashSet<>();
        world.source.listed = rows -> {
            List<TimeEntry> some = rows.subList(0, rows.size() - 10);
            some.forEach(row -> listed.add(row.id()));
            return some;
        };
        world.source.hidden = id -> isOff && !listed.contains(id);

        assertThat(cycle()).isEqualTo(Outcome.DONE);

        assertThat(world.to.rows()).hasSize(isOff ? ENTRIES - 10 : ENTRIES);
        caught();
    }

    /** A list that shows less at first, and entries that cannot be read by id: the second list shows that it was short. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListThatChangesIsNotTakenForDeletions(boolean isOff) {
        int[] lists = new int[1];
        Set<TimeEntryId> hidden = new HashSet<>();
        world.source.beforeList = () -> lists[0]++;
        world.source.listed = rows -> {
            rows.subList(rows.size() - 10, rows.size()).forEach(row -> hidden.add(row.id()));
            return isOff || lists[0] == 1 ? rows.subList(0, rows.size() - 10) : rows;
        };
        world.source.hidden = hidden::contains;

        assertThat(cycle()).isEqualTo(isOff ? Outcome.DONE : Outcome.TEMPORARY);

        assertThat(world.to.rows()).hasSize(isOff ? ENTRIES - 10 : ENTRIES);
        caught();
    }

    /** A list that breaks off plans nothing, whatever was listed before. */
    @Test
    void aListThatCannotBeReadWholePlansNothing() {
        int[] pages = new int[1];
        world.source.listed = rows -> {
            if (++pages[0] == 2) {
                throw new ConnectionException(failed(WriteOutcome.NOT_SENT).build());
            }
            return rows;
        };
        world.source.hidden = id -> true;

        try (Migration migration = world.migration()) {
            assertThatExceptionOfType(ConnectionException.class).isThrownBy(migration::plan);
            assertThat(migration.apply().deletions()).isZero();
        }
        assertThat(world.to.rows()).hasSize(ENTRIES);
    }
}
