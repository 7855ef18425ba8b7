package dev.hourbridge.livetimer;

import static dev.hourbridge.livetimer.Wire.fixture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NewTimeEntry;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.TimeEntryId;
import dev.hourbridge.model.WorkTime;
import dev.hourbridge.model.WriteOutcome;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is thrown, and what it says, for every form in which a Rails application refuses or fails. */
class ErrorsTest {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String ERROR_PAGE = "<html><head><title>We're sorry</title></head><body>secret</body></html>";

    private final Wire wire = new Wire();
    private final NewTimeEntry entry = NewTimeEntry.of(WorkTime.on(LocalDate.of(2008, 1, 8), Duration.ofMinutes(10)))
            .note("a private note")
            .build();

    @AfterEach
    void end() {
        wire.close();
    }

    private HourbridgeException createFails() {
        return catchThrowableOfType(HourbridgeException.class, () -> wire.client.create(entry));
    }

    @Test
    void givesEachValidationError() {
        wire.answer(422, fixture("invented/errors.xml"));

        HourbridgeException failure = createFails();

        assertThat(failure).isInstanceOf(RejectedException.class);
        assertThat(((RejectedException) failure).errors())
                .containsExactly("Start time can't be blank", "Project is invalid");
        assertThat(failure.status()).hasValue(422);
        assertThat(failure.outcome()).contains(WriteOutcome.REJECTED);
        assertThat(failure.serviceMessage()).contains("Start time can't be blank; Project is invalid");
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void takesOneValidationErrorAsAListAndNoneAsNone() {
        wire.answer(422, "<errors><error>Only one</error></errors>").answer(422, "<errors/>");

        assertThat(((RejectedException) createFails()).errors()).containsExactly("Only one");
        assertThat(((RejectedException) createFails()).errors()).isEmpty();
    }

    @Test
    void givesTheSentenceOfARefusedPassword() {
        wire.answer(401, HTML, "HTTP Basic: Access denied.\n");

        HourbridgeException failure = createFails();

        assertThat(failure).isInstanceOf(AuthenticationException.class);
        assertThat(failure.serviceMessage()).contains("HTTP Basic: Access denied.");
        assertThat(failure.outcome()).contains(WriteOutcome.REJECTED);
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "302, RedirectException, IN_DOUBT",
        "400, RejectedException, REJECTED",
        "403, PermissionException, REJECTED",
        "404, NotFoundException, REJECTED",
        "405, RejectedException, REJECTED",
        "409, RejectedException, REJECTED",
        "500, ServerException, IN_DOUBT",
        "503, ServerException, IN_DOUBT"
    })
    void classifiesACreateByItsStatusAndSendsItOnce(int status, String type, WriteOutcome outcome) {
        wire.answer(status, HTML, ERROR_PAGE);

        HourbridgeException failure = createFails();

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.outcome()).contains(outcome);
        assertThat(failure).hasMessageNotContaining("secret").hasMessageNotContaining("private");
        assertThat(wire.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void saysThatACreateWithoutAnIdWasAccepted() {
        wire.answer(201, "<time-entry><note>x</note></time-entry>");

        HourbridgeException failure = createFails();

        assertThat(failure).isInstanceOf(MalformedResponseException.class);
        assertThat(failure.outcome()).contains(WriteOutcome.ACCEPTED_NO_ID);
    }

    @Test
    void holdsAPageWithTwoHundredForADoubt() {
        wire.answer(200, HTML, "<html>Please log in</html>");

        assertThat(createFails().outcome()).contains(WriteOutcome.IN_DOUBT);
    }

    @Test
    void readsAgainAfterAFailureOfTheService() {
        wire.answer(500, HTML, ERROR_PAGE).answer(200, fixture("documented/show-start-end.xml"));

        assertThat(wire.client.timeEntries().get(3864).minutes()).isEqualTo(296);
        assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void takesADeleteThatFoundNothingAfterALostAnswerAsDone() {
        wire.answer(500, HTML, ERROR_PAGE).answer(404, HTML, ERROR_PAGE);

        wire.client.delete(TimeEntryId.of(wire.client.account(), "1"));

        assertThat(wire.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void saysSoWhenThereWasNothingToDelete() {
        wire.answer(404, HTML, ERROR_PAGE);

        assertThatThrownBy(() -> wire.client.delete(TimeEntryId.of(wire.client.account(), "1")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void checksTheBuilderBeforeAnyRequest() {
        assertThatThrownBy(() -> LiveTimerClient.builder().build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> LiveTimerClient.builder()
                        .baseUrl("https://artworks.livetimer.com")
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("login");
        assertThatThrownBy(
                        () -> valid().baseUrl("http://artworks.livetimer.com").build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("http");
        assertThatThrownBy(() -> valid().login("a:b", "c").build()).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> valid().user("walter").build()).isInstanceOf(InvalidInputException.class);
        try (LiveTimerClient client =
                valid().baseUrl("https://Artworks.livetimer.com:8443/app/").build()) {
            assertThat(client.account().name()).isEqualTo("artworks.livetimer.com:8443/app");
            assertThat(client.account().service()).isEqualTo(LiveTimerClient.SERVICE);
        }
    }

    private static LiveTimerClient.Builder valid() {
        return LiveTimerClient.builder()
                .baseUrl("https://artworks.livetimer.com")
                .login("walter", "secret");
    }
}
