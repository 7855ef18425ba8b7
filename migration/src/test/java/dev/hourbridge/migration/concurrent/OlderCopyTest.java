package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.migration.LedgerException;
import dev.hourbridge.migration.LedgerException.Problem;
import dev.hourbridge.migration.Migration;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Progress;
import dev.hourbridge.migration.ProgressListener;
import dev.hourbridge.migration.Tally;
import dev.hourbridge.model.TimeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ledger is restored from a copy that was made in the middle, while colleagues edit the rows that it does not know. */
class OlderCopyTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    private Scene scene;

    @BeforeEach
    void plan() {
        scene = Scene.onto(Profiles.TEAMWORK, directory)
                .seed(ENTRIES, LocalDate.of(2025, 1, 13))
                .planned();
    }

    private Path copy() throws IOException {
        return Files.copy(scene.ledger, directory.resolve("copy.db"));
    }

    private void restore(Path copy) throws IOException {
        Files.deleteIfExists(Path.of(scene.ledger + "-wal"));
        Files.move(copy, scene.ledger, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The file with the number of the ledger's changes. */
    private Path counter() throws IOException {
        try (Stream<Path> files = Files.list(scene.state.resolve("ledgers"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static LedgerException failure(Problem problem, ThrowingCallable step) {
        LedgerException[] thrown = new LedgerException[1];
        assertThatExceptionOfType(LedgerException.class).isThrownBy(step).satisfies(e -> {
            assertThat(e.problem()).isEqualTo(problem);
            thrown[0] = e;
        });
        return thrown[0];
    }

    @Test
    void stopsEachStepAndNamesTheNewestCopy() throws Exception {
        Path copy = copy();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        scene.target.entries().forEach(row -> scene.others.edit(row, Change.NOTE));
        restore(copy);
        int posts = scene.atTarget.posts();

        for (ThrowingCallable step : List.<ThrowingCallable>of(scene::plan, scene::apply, scene::verify, scene::undo)) {
            assertThat(failure(Problem.OLDER_THAN_TARGET, step))
                    .hasMessageContaining("is an older copy")
                    .hasMessageContaining("last used as " + scene.ledger)
                    .hasMessageContaining("policy.existing");
        }
        assertThat(scene.atTarget.posts()).isEqualTo(posts);
        scene.others.assertNothingOfTheirsWasTouched();
        Evidence.of(Area.MIGRATION, "Older copy of a ledger")
                .tried("plan, apply, verify and undo with a copy from the middle, while its unknown rows were edited")
                .result("each step stops and names the newest copy; nothing is sent or deleted")
                .count(4);
    }

    /** The id decides, not the file's name: a backup that is opened where it lies is as old. */
    @Test
    void stopsUnderAnotherNameWhileTheNewestGoesOn() throws Exception {
        Path newest = scene.ledger;
        Path copy = copy();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);

        scene.ledger = copy;
        failure(Problem.OLDER_THAN_TARGET, scene::apply);

        scene.ledger = newest;
        assertThat(scene.apply().posts()).isZero();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }

    /** Sends two entries, copies the ledger, and sends the rest. */
    private Path copiedInTheMiddle() throws IOException {
        scene.time.sleep(Duration.ofSeconds(13));
        scene.atTarget.on("work 3", Reply.killedBefore());
        scene.applyUnlessKilled();
        Path copy = copy();
        scene.time.sleep(Duration.ofMinutes(10));
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        return copy;
    }

    /** On another machine, nothing but rows of the target shows that a copy is older. */
    @ParameterizedTest
    @EnumSource
    void stopsOnAnotherMachineWhoseUnknownRowsWereEditedSince(Profiles target) throws Exception {
        scene = Scene.onto(target, Files.createDirectory(directory.resolve("second")))
                .seed(ENTRIES, LocalDate.of(2025, 1, 13))
                .planned();
        Path copy = copiedInTheMiddle();
        scene.target.entries().forEach(row -> scene.others.edit(row, Change.NOTE));
        restore(copy);
        scene.state = directory.resolve("other machine");
        int posts = scene.atTarget.posts();

        // Twice: the first run is no reason to trust the copy.
        for (int run = 0; run < 2; run++) {
            assertThat(failure(Problem.OLDER_THAN_TARGET, scene::apply))
                    .hasMessageContaining("differ from entries of this plan only in the note")
                    .hasMessageContaining("unrelated: ");
        }
        assertThat(scene.atTarget.posts()).isEqualTo(posts);
        scene.others.assertNothingOfTheirsWasTouched();
        Tally.held(
                Area.MIGRATION,
                "Older copy of a ledger on another machine",
                "a copy from the middle, without the number of its changes, while its unknown rows were edited",
                "stops at rows that are equal but for the note, on each run; nothing is sent",
                Profiles.values().length,
                1);
    }

    /** A colleague entered them: the newest copy is used on another machine. */
    @Test
    void continuesOnAnotherMachineOnceTheRowsAreDeclaredUnrelated() throws Exception {
        scene.time.sleep(Duration.ofSeconds(13));
        scene.atTarget.on("work 3", Reply.killedBefore());
        scene.applyUnlessKilled();
        scene.time.sleep(Duration.ofMinutes(10));
        TimeEntry likeOpen = scene.others.enter(likeWork(8), Change.NOTE);
        scene.state = directory.resolve("other machine");
        failure(Problem.OLDER_THAN_TARGET, scene::apply);

        try (Migration migration = scene.builder().build()) {
            migration.resolveAsUnrelated(likeOpen.id().id());
        }

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    /** The same row on the same machine: its state directory shows that no newer copy exists. */
    @Test
    void aSimilarRowOfAColleagueStopsNothingOnTheSameMachine() throws Exception {
        scene.time.sleep(Duration.ofSeconds(13));
        scene.atTarget.on("work 3", Reply.killedBefore());
        scene.applyUnlessKilled();
        scene.time.sleep(Duration.ofMinutes(10));
        scene.others.enter(likeWork(8), Change.NOTE);

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        scene.others.assertNothingOfTheirsWasTouched();
    }

    /** A row as the entry "work N" would be created. */
    private TimeEntry likeWork(int number) throws IOException {
        Scene clean = scene.sameSource(Files.createDirectory(directory.resolve("clean")));
        clean.planned().apply();
        return Rows.of(scene.target.account(), clean.targetRow("work " + number));
    }

    @Test
    void aLedgerThatWasMovedIsNone() throws Exception {
        Path moved = Files.createDirectories(directory.resolve("other")).resolve("moved.db");
        Files.move(scene.ledger, moved);
        scene.ledger = moved;

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(counter()).content().contains(moved.toString());
    }

    /** The changes of a run that ended abruptly are in the log beside the file. */
    @Test
    void stopsWithoutItsLog() throws Exception {
        Path copy = directory.resolve("copy.db");
        scene.atTarget.on("work 7", (entry, service) -> {
            try {
                Files.copy(scene.ledger, copy);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return service.commit(entry).id();
        });
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        restore(copy);

        failure(Problem.OLDER_THAN_TARGET, scene::apply);
    }

    @Test
    void aNumberThatAKillLeftBehindIsNoReasonToStop() throws Exception {
        String before = Files.readString(counter());
        scene.atTarget.on("work 7", Reply.killedAfterCommit());
        scene.applyUnlessKilled();
        Files.writeString(counter(), before);

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(Files.readString(counter())).isGreaterThan(before);
    }

    @Test
    void halfANumberIsAsNone() throws Exception {
        Files.writeString(counter(), "00000000099999");

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void twoCopiesAreNotUsedAtATime() throws Exception {
        Path copy = copy();
        try (Migration migration = scene.builder().build()) {
            assertThat(migration.recordedPlan()).isPresent();
            try (Migration other = scene.builder().ledger(copy).build()) {
                assertThat(failure(Problem.LOCKED, other::recordedPlan)).hasMessageContaining("copy of the ledger");
            }
        }
    }

    @Test
    void onlyTheUserReadsTheNumber() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(counter())))
                .isEqualTo("rw-------");
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenIsReportedOnceAndTheRunContinues() throws Exception {
        List<String> warnings = new ArrayList<>();
        scene.state = Files.writeString(directory.resolve("file"), "");
        scene.configured = builder -> builder.listener(new ProgressListener() {
            @Override
            public void onProgress(Progress progress) {}

            @Override
            public void onWarning(String message) {
                warnings.add(message);
            }
        });

        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("cannot be written").contains(scene.state.toString());
    }

    /** A plan that fails leaves no ledger, and no number of one. */
    @Test
    void theNumberOfALedgerThatWasDiscardedIsDeleted() throws Exception {
        scene.state = directory.resolve("second state");
        scene.ledger = directory.resolve("second.db");
        scene.atSource.page = page -> {
            throw new IllegalStateException("not listed");
        };

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(scene::plan);

        try (Stream<Path> files = Files.list(scene.state.resolve("ledgers"))) {
            assertThat(files).isEmpty();
        }
    }
}
