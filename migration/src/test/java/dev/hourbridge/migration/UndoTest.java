package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hourbridge.model.ActivityRef;
import dev.hourbridge.model.Audit;
import dev.hourbridge.model.Invoice;
import dev.hourbridge.model.TimeEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {
    @TempDir
    Path directory;

    World world;
    List<TimeEntry> rows = List.of();

    @BeforeEach
    void migrated() {
        world = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory).seed(20);
        try (Migration migration = world.migration()) {
            migration.plan();
            assertThat(migration.apply().outcome()).isEqualTo(Outcome.DONE);
            migration.verify();
        }
        rows = List.copyOf(world.to.rows());
    }

    private UndoReport undo() {
        try (Migration migration = world.migration()) {
            return migration.undo();
        }
    }

    private void assertKeeps(TimeEntry row, String reason) {
        world.to.add(row);
        UndoReport report = undo();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.retained()).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).contains(reason);
            assertThat(kept.targetId()).contains(row.id().id());
        });
        assertThat(world.to.rows()).singleElement().isEqualTo(row);
        assertThat(report.deleted()).isEqualTo(19);
    }

    @Test
    void deletesWhatTheLedgerCreatedAndNothingElse() {
        TimeEntry foreign = world.to.add(
                rows.get(3).toBuilder().id(world.to.nextId()).note("foreign").build());
        UndoReport report = undo();
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.deleted()).isEqualTo(20);
        assertThat(world.to.rows()).containsExactly(foreign);
        assertThat(undo().deleted()).as("a second time").isZero();
    }

    @Test
    void keepsInvoicedEntries() {
        assertKeeps(rows.get(4).toBuilder().invoice(Invoice.numbered("7")).build(), "invoice");
    }

    @Test
    void keepsWhatSomebodyChanged() {
        assertKeeps(rows.get(4).toBuilder().note("better words").build(), "changed");
    }

    @Test
    void keepsWhatSomebodyChangedInAFieldThatWasNotSent() {
        assertKeeps(
                rows.get(4).toBuilder()
                        .activity(ActivityRef.of(world.to.account, "5"))
                        .build(),
                "changed");
    }

    @Test
    void keepsWhatTheTargetSaysWasChanged() {
        Instant created = Instant.parse("2024-05-05T10:00:00Z");
        Audit audit = Audit.builder()
                .createdAt(created)
                .updatedAt(created.plusSeconds(3600))
                .build();
        assertKeeps(rows.get(4).toBuilder().audit(audit).build(), "changed after it was created");
    }

    @Test
    void keepsWhatSomebodyChangedBeforeAVerifySawIt() {
        world.to.add(rows.get(4).toBuilder().note("better words").build());
        try (Migration migration = world.migration()) {
            assertThat(migration.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        }
        assertKeeps(rows.get(4).toBuilder().note("better words").build(), "changed");
    }

    @Test
    void countsWhatWasDeletedBefore() {
        world.to.remove(rows.get(0).id());
        UndoReport report = undo();
        assertThat(report.deleted()).isEqualTo(19);
        assertThat(report.alreadyDeleted()).isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void reportsRowsThatCameBackAfterUndoAsExtra() {
        undo();
        world.to.add(rows.get(2));
        try (Migration migration = world.migration()) {
            VerifyReport report = migration.verify();
            assertThat(report.verdicts()).containsEntry(Verdict.EXTRA, 1L);
            assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        }
    }

    @Test
    void aPreviewDeletesNothingAndSeesWhatAnotherUserChanged() {
        World many = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("many"));
        assertThat(directory.resolve("many").toFile().mkdirs()).isTrue();
        many.seed(600);
        try (Migration migration = many.migration()) {
            migration.plan();
            migration.apply();
            many.to.add(many.to.rows().iterator().next().toBuilder()
                    .note("better words")
                    .build());
            UndoReport preview = migration.previewUndo();
            assertThat(preview.outcome()).isEqualTo(Outcome.DIFFERENT);
            assertThat(preview.deleted()).isEqualTo(599);
            assertThat(preview.retained()).hasSize(1);
            assertThat(many.target.deletes).hasValue(0);
            UndoReport undone = migration.undo();
            assertThat(undone.deleted()).isEqualTo(599);
            assertThat(undone.retained()).isEqualTo(preview.retained());
        }
    }

    @Test
    void resolvesDoubtsFirst() {
        World other = new World(Profiles.LIVETIMER, Profiles.TEAMWORK, directory.resolve("other"));
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        other.seed(10);
        try (Migration migration = other.migration()) {
            migration.plan();
            other.target.answer = (number, entry) -> {
                other.target.commit(entry);
                throw new Crash();
            };
            assertThatExceptionOfType(Crash.class).isThrownBy(migration::apply);
        }
        assertThat(other.to.rows()).hasSize(1);
        try (Migration migration = other.migration()) {
            UndoReport preview = migration.previewUndo();
            assertThat(preview.deleted()).isZero();
            assertThat(preview.retained())
                    .singleElement()
                    .satisfies(one -> assertThat(one.reason()).contains("unknown"));
        }
        try (Migration migration = other.migration()) {
            assertThat(migration.undo().deleted()).isEqualTo(1);
        }
        assertThat(other.to.rows()).isEmpty();
    }

    @Test
    void goesOnAfterACrash() {
        Runnable crash = () -> {
            if (world.target.deletes.get() == 5) {
                throw new Crash();
            }
        };
        world.target.beforeList = crash;
        try (Migration migration = world.migration()) {
            migration.undo();
        } catch (Crash e) {
            assertThat(world.target.deletes).hasValue(5);
        }
        world.restart();
        assertThat(undo().outcome()).isEqualTo(Outcome.DONE);
        assertThat(world.to.rows()).isEmpty();
    }
}
