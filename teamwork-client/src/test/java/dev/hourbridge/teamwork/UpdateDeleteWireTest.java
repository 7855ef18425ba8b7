package dev.hourbridge.teamwork;

import static dev.hourbridge.teamwork.Payloads.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.WriteOutcome;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdateDeleteWireTest {
    private final Wire wire = new Wire();
    private final TeamworkTimeEntries entries = wire.client.timeEntries();

    @AfterEach
    void close() {
        wire.close();
    }

    private static TeamworkEntryUpdate.Builder documented() {
        return TeamworkEntryUpdate.builder()
                .description("A Short Description for the update")
                .personId(28726)
                .date(LocalDate.of(2014, 3, 30))
                .time(LocalTime.of(10, 10))
                .hours(2)
                .minutes(15)
                .billable(false)
                .tags(List.of("tag1", "tag2", "tag3"));
    }

    @Test
    void putsTheDocumentedBody() {
        wire.answers(OK);

        entries.update(999, documented().build());

        RecordedRequest request = wire.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("PUT /time_entries/999.json");
        assertThat(Wire.body(request)).isEqualTo(Wire.json(Wire.fixture("documented/update-request.json")));
    }

    @Test
    void movesAnEntryToAnotherProject() {
        wire.answersNothing(200);

        entries.update(999, TeamworkEntryUpdate.builder().projectId(42).build());

        assertThat(Wire.body(wire.request())).isEqualTo(Wire.json("{\"time-entry\":{\"project-id\":\"42\"}}"));
    }

    @Test
    void sendsEmptyTextsForWhatIsCleared() {
        wire.answersNothing(204);

        entries.update(
                999,
                TeamworkEntryUpdate.builder().clearDescription().clearTags().build());

        assertThat(Wire.body(wire.request()))
                .isEqualTo(Wire.json("{\"time-entry\":{\"description\":\"\",\"tags\":\"\"}}"));
    }

    @Test
    void refusesAnUpdateThatChangesNothing() {
        assertThatThrownBy(
                        () -> entries.update(999, TeamworkEntryUpdate.builder().build()))
                .isInstanceOf(InvalidInputException.class);
        assertThat(wire.requests()).isZero();
    }

    @Test
    void refusesWhatTheServiceCannotTake() {
        assertThatThrownBy(() -> documented().minutes(60).build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().hours(-1).build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().time(LocalTime.of(1, 2, 3)).build())
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().tags(List.of("a,b")).build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> documented().date(LocalDate.of(12345, 1, 1)).build())
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void putsAgainWhenTheAnswerIsLost() {
        wire.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        wire.answers(OK);

        entries.update(999, documented().build());

        assertThat(wire.requests()).isEqualTo(2);
    }

    @Test
    void takesAStatusThatIsNotOkForARefusedUpdate() {
        wire.answers("{\"STATUS\":\"Error\",\"MESSAGE\":\"Locked\"}");

        assertThatThrownBy(() -> entries.update(999, documented().build()))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.outcome()).contains(WriteOutcome.REJECTED);
                    assertThat(e.serviceMessage()).contains("Locked");
                });
    }

    @Test
    void deletesAnEntry() {
        wire.answers(OK);

        entries.delete(999);

        assertThat(wire.line()).isEqualTo("DELETE /time_entries/999.json");
    }

    @Test
    void takesAStatusThatIsNotOkForARefusedDelete() {
        wire.answers("{\"STATUS\":\"Error\"}");

        assertThatThrownBy(() -> entries.delete(999)).isInstanceOf(RejectedException.class);
    }

    @Test
    void takesAnEntryThatIsGoneAfterALostAnswerForDeleted() {
        wire.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        wire.answers(404, "{\"MESSAGE\":\"Not found\",\"STATUS\":\"Error\"}");

        entries.delete(999);

        assertThat(wire.requests()).isEqualTo(2);
    }

    @Test
    void complainsOfAnEntryThatWasNeverThere() {
        wire.answers(404, "{\"MESSAGE\":\"Not found\",\"STATUS\":\"Error\"}")
                .answers(404, "{\"MESSAGE\":\"Not found\",\"STATUS\":\"Error\"}");

        assertThatThrownBy(() -> entries.delete(999)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> entries.update(999, documented().build())).isInstanceOf(NotFoundException.class);
    }
}
