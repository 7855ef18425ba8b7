package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.ApplyReport;
import dev.hourbridge.migration.EntryState;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service stores a row other than it was sent (in quarters of an hour, on another person, a day later) and fails. */
class AlteredRowInDoubtTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void isNotSentAgainAfterABadGateway(Profiles target, Change change, Age age) {
        assertIsSentOnce(target, age, Reply.storedOtherwise(change));
    }

    @ParameterizedTest
    @MethodSource("dev.hourbridge.migration.concurrent.Cases#targetsAndChangesAndAges")
    void isNotSentAgainAfterAnInternalError(Profiles target, Change change, Age age) {
        assertIsSentOnce(target, age, Reply.storedOtherwise(() -> Reply.server(500), change));
    }

    private void assertIsSentOnce(Profiles target, Age age, Reply reply) {
        Scene scene = Scene.onto(target, directory).seed(8, age.firstDay).planned();
        scene.atTarget.on("work 7", reply, reply, reply);

        ApplyReport report = scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(report.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(scene.entry("work 7").state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(scene.target.entries()).hasSize(8).allSatisfy(row -> {
            boolean isAsPlanned = scene.expected().containsKey(Rows.line(row));
            assertThat(isAsPlanned || scene.findings.name(row.id()))
                    .as("row %s is as planned, or named", row.id())
                    .isTrue();
        });
        assertThat(scene.verify().outcome()).isNotEqualTo(Outcome.DONE);
        assertThat(scene.apply().posts()).as("of a further run").isZero();
    }
}
