package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.migration.Tally;
import dev.hourbridge.migration.VerifyReport;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.spi.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The total of a source is rejected or disagrees, or its list is empty for a moment. */
class PartlyReadSourceTest {
    private static final int ENTRIES = 120;

    @TempDir
    Path directory;

    private Scene scene(Profiles from) {
        return new Scene(from, Profiles.CODEBASE, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
    }

    /** The control: a complete list whose total agrees. */
    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER"})
    void isVerifiedWhereListAndTotalAgree(Profiles from) {
        Scene scene = scene(from);
        scene.planned().apply();

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.onTarget()).isEqualTo(scene.expected());
    }

    @Test
    void aTotalOfTheSourceThatIsRejectedIsReported() {
        Scene scene = scene(Profiles.TEAMWORK);
        scene.planned().apply();
        scene.atSource.total = total -> {
            throw new PermissionException(Failure.builder("GET").status(403).build());
        };

        VerifyReport report = scene.verify();

        assertThat(report.outcome())
                .as("the list is whole by its announced total")
                .isEqualTo(Outcome.DONE);
        assertThat(report.source().totalCheck()).hasValueSatisfying(check -> {
            assertThat(check.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("GET"));
            assertThat(check.disagrees()).isFalse();
        });
    }

    @Test
    void aSourceThatListsLessThanItsTotalIsDifferent() {
        Scene scene = scene(Profiles.TEAMWORK);
        scene.planned().apply();
        scene.atSource.total = total -> total.map(sum -> sum.plusMinutes(1));

        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DIFFERENT);
    }

    /** Another user enters a row at the source between its list and its total. */
    @Test
    void aSourceThatGrewBetweenListAndTotalIsReadAgain() {
        Scene scene = scene(Profiles.TEAMWORK);
        scene.planned().apply();
        AtomicInteger totals = new AtomicInteger();
        scene.atSource.beforeTotal = () -> {
            if (totals.getAndIncrement() == 0) {
                scene.source.put(Rows.entry(scene.source, 500, Age.HISTORICAL.firstDay, 15, "entered meanwhile"));
            }
        };

        VerifyReport report = scene.verify();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.source().added()).isEqualTo(1);
        assertThat(report.source().changed() + report.source().removed()).isZero();
        assertThat(totals).hasValue(2);
    }

    /** The first list has no row, as while the service is deployed. */
    private static void emptyForAMoment(Scene scene) {
        AtomicInteger lists = new AtomicInteger();
        scene.atSource.page = page -> lists.getAndIncrement() == 0 ? Page.of(List.of(), null, 0) : page;
    }

    /** A plan without entries would be carried out and verified with exit code 0. */
    @ParameterizedTest
    @EnumSource
    void aListThatIsEmptyForAMomentIsReadAgainByThePlan(Profiles from) {
        Scene scene = scene(from);
        emptyForAMoment(scene);

        assertThat(scene.plan().entries()).isEqualTo(ENTRIES);
        Tally.held(
                Area.MIGRATION,
                "Source that lists nothing for a moment",
                "the first list of the source is empty",
                "it is read again, and all entries are planned",
                Profiles.values().length,
                1);
    }

    @ParameterizedTest
    @EnumSource
    void aListThatIsEmptyForAMomentIsReadAgainByVerify(Profiles from) {
        Scene scene = scene(from);
        scene.planned().apply();
        emptyForAMoment(scene);

        assertThat(scene.verify().source().isUnchanged()).isTrue();
    }

    @Test
    void aSourceWithoutEntriesIsAPlanOfNone() {
        Scene scene = new Scene(Profiles.TEAMWORK, Profiles.CODEBASE, directory);

        assertThat(scene.plan().entries()).isZero();
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEAMWORK", "LIVETIMER", "TEAMPULSE"})
    void aListThatIsEmptyForAMomentLaterOnDeletesNothing(Profiles from) {
        Scene scene = scene(from);
        scene.planned().apply();
        scene.atSource.page = page -> Page.of(List.of(), null, 0);

        scene.plan();
        scene.apply();

        assertThat(scene.onTarget()).as("nothing is deleted").isEqualTo(scene.expected());
        scene.atSource.page = page -> page;
        scene.plan();
        assertThat(scene.apply().posts()).isZero();
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
    }
}
