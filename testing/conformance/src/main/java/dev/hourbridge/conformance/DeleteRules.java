package dev.hourbridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.TimeEntry;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.TimeEntryQuery;
import dev.hourbridge.model.TimeEntryUpdate;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PreparedDelete;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules for a delete. */
interface DeleteRules extends Suite {
    /** A delete removes one entry. All others are still listed unchanged. */
    @Test
    default void deletesThatEntryAndNoOther() {
        TimeTracker tracker = service().tracker();
        List<TimeEntry> before = tracker.list(TimeEntryQuery.all()).stream().toList();
        TimeEntryId id = tracker.create(service().base());

        tracker.delete(id);

        assertThat(tracker.list(TimeEntryQuery.all())).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Preparing a deletion sends no request, and sending it sends exactly one. */
    @Test
    default void preparesADeletionWithoutARequestAndSendsOne() {
        TimeTracker tracker = service().tracker();
        TimeEntryId id = tracker.create(service().base());
        long requests = service().requests();

        PreparedDelete prepared = tracker.prepareDelete(id);
        assertThat(service().requests()).isEqualTo(requests);

        prepared.send();
        assertThat(service().requests()).isEqualTo(requests + 1);
        assertThatThrownBy(() -> tracker.get(id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tracker.prepareDelete(id).send()).isInstanceOf(NotFoundException.class);
    }

    /**
     * Reading, updating and deleting a deleted entry fail with {@link dev.hourbridge.model.NotFoundException}, even on
     * services that only mark the entry as deleted.
     */
    @Test
    default void findsNothingOfWhatIsGone() {
        TimeTracker tracker = service().tracker();
        TimeEntryId gone = tracker.create(service().base());
        tracker.delete(gone);
        TimeEntryUpdate update = TimeEntryUpdate.builder().note("Too late").build();

        assertThatThrownBy(() -> tracker.get(gone)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tracker.update(gone, update)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tracker.delete(gone)).isInstanceOf(NotFoundException.class);
    }
}
