package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.TotalCheck;
import dev.hourbridge.migration.Verdict;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A colleague enters a row between the list and the total that verify compares it with. */
class TotalReadMeanwhileTest {
    @TempDir
    Path directory;

    private Scene migrated(Profiles target) {
        Scene scene =
                Scene.onto(target, directory).seed(8, Age.HISTORICAL.firstDay).planned();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        return scene;
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isReadAgainWithTheList(Profiles target) {
        Scene scene = migrated(target);
        AtomicInteger totals = new AtomicInteger();
        scene.atTarget.beforeTotal = () -> {
            if (totals.getAndIncrement() == 0) {
                scene.others.enter(scene.targetRow("work 1"), Change.NOTE);
            }
        };

        VerifyReport report = scene.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.totalChecks()).noneMatch(TotalCheck::disagrees);
        assertThat(report.verdicts()).containsEntry(Verdict.UNRELATED, 1L);
        assertThat(totals).as("the first person's is read twice").hasValue(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void aRowThatIsDeletedMeanwhileIsMissing(Profiles target) {
        Scene scene = migrated(target);
        AtomicInteger totals = new AtomicInteger();
        scene.atTarget.beforeTotal = () -> {
            if (totals.getAndIncrement() == 0) {
                scene.target.remove(scene.targetRow("work 1").id());
            }
        };

        VerifyReport report = scene.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.verdicts()).containsEntry(Verdict.MISSING, 1L);
        assertThat(report.totalChecks()).noneMatch(TotalCheck::disagrees);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isReportedWhereItIsRejected(Profiles target) {
        Scene scene = migrated(target);
        scene.atTarget.total = total -> {
            throw new PermissionException(Failure.builder("GET").status(403).build());
        };

        VerifyReport report = scene.verify();

        assertThat(report.totalChecks()).isNotEmpty().allSatisfy(check -> {
            assertThat(check.own()).isEmpty();
            assertThat(check.failure()).isPresent();
        });
    }

    /** A total that disagrees each time is not explained by that. */
    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isReportedWhereItDisagreesAgain(Profiles target) {
        Scene scene = migrated(target);
        scene.atTarget.total = total -> total.map(sum -> sum.plusMinutes(1));

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(scene.verify().totalChecks()).anyMatch(check -> check.disagrees());
    }
}
