package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.TimeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** A ledger with six sent entries, which later plans find changed. */
abstract class CutoverCase extends EngineTest {
    @BeforeEach
    void isSentOnce() {
        for (int number = 1; number <= 6; number++) {
            world.from.add(world.entry(number, DAY.plusDays(number), 20 + number, "work " + number));
        }
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        world.restart();
    }

    /** Two other services and another ledger, without an entry. */
    void startAgain(Profiles from, Profiles to) {
        assertThat(directory.resolve("other").toFile().mkdirs()).isTrue();
        world = new World(from, to, directory.resolve("other"));
    }

    /** Plan, apply and verify; how the worst of them ended. */
    Outcome cycle() {
        try (Migration migration = world.migration()) {
            Outcome outcome = migration.plan().outcome();
            if (outcome == Outcome.NEEDS_INPUT) {
                return outcome;
            }
            return outcome.and(migration.apply().outcome())
                    .and(migration.verify().outcome());
        }
    }

    static Mapping.Builder mapping(Map<String, String> projects) {
        return Mapping.builder()
                .people(Map.of("1", "1", "2", "2"))
                .projects(projects)
                .tasks(Map.of("20", "120"))
                .defaultNote("(no note)");
    }

    TimeEntry at(int number) {
        return List.copyOf(world.from.rows()).get(number - 1);
    }

    void edit(int number, UnaryOperator<TimeEntry.Builder> change) {
        world.from.add(change.apply(at(number).toBuilder()).build());
    }

    TimeEntry row(String sourceId) {
        return world.to.rows().stream()
                .filter(row -> row.id().id().equals(targetId(sourceId)))
                .findFirst()
                .orElseThrow();
    }

    String targetId(String sourceId) {
        List<String> ids = new ArrayList<>();
        try (Migration migration = world.migration()) {
            migration.forEachEntry(entry -> {
                if (entry.sourceId().equals(sourceId)) {
                    ids.add(entry.targetId().orElse(""));
                }
            });
        }
        return ids.get(ids.size() - 1);
    }

    void assertTargetIsSource() {
        assertThat(world.onTarget()).isEqualTo(world.expected());
    }

    void assertNothingIsSent() {
        world.restart();
        assertThat(cycle()).isEqualTo(Outcome.DONE);
        assertThat(world.target.posts.get() + world.target.updates.get() + world.target.deletes.get())
                .isZero();
    }

    void deletes(int most) {
        world.policy = world.policy.toBuilder()
                .deleted(DeletedEntries.DELETE)
                .maxDeletes(most)
                .build();
    }

    void editRow(int number, UnaryOperator<TimeEntry.Builder> change) {
        world.to.add(change.apply(row(at(number).id().id()).toBuilder()).build());
    }
}
