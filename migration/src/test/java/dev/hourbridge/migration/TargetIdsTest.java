package dev.hourbridge.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.model.EntryField;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.spi.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan finds out about the ids that entries are to go to. */
class TargetIdsTest extends EngineTest {
    @BeforeEach
    void someEntries() {
        world.seed(10);
    }

    private MigrationPlan planned() {
        try (Migration migration = world.migration()) {
            return migration.plan();
        }
    }

    private MigrationPlan recorded() {
        try (Migration migration = world.migration()) {
            return migration.recordedPlan().orElseThrow();
        }
    }

    @Test
    void aProjectThatTheTargetDoesNotHaveKeepsThePlanFromBeingCarriedOut() {
        world.target.asked = query -> {
            if (query.project().filter(ref -> ref.id().equals("110")).isPresent()) {
                throw new NotFoundException(Failure.builder("GET").status(404).build());
            }
        };

        MigrationPlan plan = planned();

        assertThat(plan.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(plan.unknownIds()).singleElement().satisfies(unknown -> {
            assertThat(unknown.kind()).isEqualTo(EntryField.PROJECT);
            assertThat(unknown.id()).isEqualTo("110");
            assertThat(unknown.problem()).startsWith("the target has none with this id, or hides it.");
        });
        assertThat(recorded().unknownIds()).isEqualTo(plan.unknownIds());
        ApplyReport applied = apply();
        assertThat(applied.outcome()).isEqualTo(Outcome.NEEDS_INPUT);
        assertThat(applied.problem().orElseThrow()).startsWith("The target did not have project 110 when");
        assertThat(world.target.posts).hasValue(0);

        world.target.asked = query -> {};
        assertThat(planned().unknownIds()).as("made there meanwhile").isEmpty();
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aTargetThatDoesNotAnswerTheQuestionIsNoReasonToStop() {
        world.target.asked = query -> {
            if (query.project().isPresent()) {
                throw new ServerException(Failure.builder("GET").status(500).build());
            }
        };
        assertThat(planned().outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRecordedPlanStillKnowsWhomTheTargetHasRowsOf() {
        assertThat(planned().unseenPeople()).containsExactly("1");
        assertThat(apply().outcome()).isEqualTo(Outcome.DONE);
        world.from.add(world.entry(77, World.FIRST.plusDays(300), 45, "later"));

        assertThat(planned().unseenPeople()).isEmpty();
        assertThat(recorded().unseenPeople()).isEmpty();
    }
}
