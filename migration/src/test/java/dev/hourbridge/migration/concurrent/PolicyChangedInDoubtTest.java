package dev.hourbridge.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.migration.Mapping;
import dev.hourbridge.migration.Marker;
import dev.hourbridge.migration.Outcome;
import dev.hourbridge.migration.Profiles;
import dev.hourbridge.model.Page;
import dev.hourbridge.model.ProjectRef;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process is killed once an entry is stored, and the configuration is changed before the next run: what counts is what
 * was sent.
 */
class PolicyChangedInDoubtTest {
    private static final int ENTRIES = 8;

    @TempDir
    Path directory;

    static Stream<Arguments> changesOfTheMarker() {
        return Stream.of(Profiles.values())
                .flatMap(target -> Stream.of(Marker.values())
                        .filter(before -> before != Marker.TAG || target == Profiles.TEAMWORK)
                        .flatMap(before -> Stream.of(Marker.values())
                                .filter(after -> after != before)
                                .filter(after -> after != Marker.TAG || target == Profiles.TEAMWORK)
                                .map(after -> Arguments.of(target, before, after))));
    }

    private Scene killedAfterACommit(Profiles target, Marker marker) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
        scene.policy = scene.policy.toBuilder().marker(marker).build();
        scene.planned();
        scene.atTarget.on("work 7", Reply.killedAfterCommit());
        assertThat(scene.applyUnlessKilled()).isEmpty();
        return scene;
    }

    private static void assertIsRecovered(Scene scene) {
        assertThat(scene.apply().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(scene.verify().outcome()).isEqualTo(Outcome.DONE);
        assertThat(scene.target.entries()).hasSize(ENTRIES);
    }

    @ParameterizedTest
    @MethodSource("changesOfTheMarker")
    void isRecoveredUnderAnotherMarker(Profiles target, Marker before, Marker after) {
        Scene scene = killedAfterACommit(target, before);
        scene.policy = scene.policy.toBuilder().marker(after).build();
        scene.planned();

        assertIsRecovered(scene);
    }

    /** The project that the entry was sent to is not the one that it would be sent to now. */
    @ParameterizedTest
    @EnumSource(names = {"CODEBASE", "TEAMWORK", "LIVETIMER"})
    void isRecoveredUnderAnotherMapping(Profiles target) {
        Scene scene = killedAfterACommit(target, Marker.NONE);
        Map<String, Integer> expected = scene.expected();
        scene.mapping = Mapping.builder()
                .people(Map.of("1", "1", "2", "2"))
                .projects(Map.of("10", "110", "11", "115"))
                .defaultTask("199")
                .defaultActivity("Work")
                .build();
        scene.plan();
        scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(expected).containsKey(Rows.line(scene.targetRow("work 7")));
    }

    /** The client lists some projects only, and no longer the one that the entry was sent to. */
    @ParameterizedTest
    @EnumSource(names = "CODEBASE")
    void isNotSentAgainWhereItsProjectIsNoLongerListed(Profiles target) {
        Scene scene = Scene.onto(target, directory).seed(ENTRIES, Age.HISTORICAL.firstDay);
        ProjectRef other = ProjectRef.of(scene.source.account(), "10");
        scene.source.entries().stream()
                .filter(entry -> !entry.note().equals("work 7"))
                .forEach(entry ->
                        scene.source.put(entry.toBuilder().project(other).build()));
        scene.planned();
        scene.atTarget.on("work 7", Reply.killedAfterCommit());
        assertThat(scene.applyUnlessKilled()).isEmpty();
        ProjectRef hidden = ProjectRef.of(scene.target.account(), "111");
        scene.atTarget.listedProjects = Set.of("110");
        scene.atTarget.page = page -> Page.of(
                page.items().stream()
                        .filter(row -> row.project().filter(hidden::equals).isEmpty())
                        .toList(),
                page.next().orElse(null));

        scene.apply();

        assertThat(scene.atTarget.posts("work 7")).as("POSTs").isEqualTo(1);
        assertThat(scene.verify().outcome()).isNotEqualTo(Outcome.DONE);
    }
}
