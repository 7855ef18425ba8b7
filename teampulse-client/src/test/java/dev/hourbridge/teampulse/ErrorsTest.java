package dev.hourbridge.teampulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.NotFoundException;
import dev.hourbridge.model.PermissionException;
import dev.hourbridge.model.RejectedException;
import dev.hourbridge.model.ServerException;
import dev.hourbridge.model.WriteOutcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class ErrorsTest {
    private static final String JSON = "application/json; charset=utf-8";

    private static <E extends HourbridgeException> E failedCreate(
            Class<E> type, int status, String contentType, String body) {
        try (Wire wire = new Wire().answersAs(contentType, status, body)) {
            NewTeamPulseEntry entry = NewTeamPulseEntry.builder()
                    .date(LocalDate.of(2013, 10, 2))
                    .hours(BigDecimal.ONE)
                    .type("Billable")
                    .userId(1)
                    .taskId(10)
                    .note("secret plans")
                    .build();
            E failure =
                    catchThrowableOfType(type, () -> wire.client.timeEntries().create(entry));
            assertThat(failure).isNotNull();
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.getMessage()).doesNotContain("secret plans").doesNotContain("t0ken");
            assertThat(wire.requests()).as("a create is not repeated").isEqualTo(1);
            return failure;
        }
    }

    @Test
    void readsTheMapFromFieldToMessage() {
        RejectedException failure =
                failedCreate(RejectedException.class, 400, JSON, Wire.fixture("documented/error-flat.json"));

        assertThat(failure.errors())
                .containsExactly("te.note: The field note must be a string with a maximum length of 128.");
        assertThat(failure.serviceMessage())
                .hasValueSatisfying(words -> assertThat(words).contains("te.note"));
        assertThat(failure.outcome()).contains(WriteOutcome.REJECTED);
    }

    @Test
    void readsTheModelState() {
        RejectedException failure =
                failedCreate(RejectedException.class, 400, JSON, Wire.fixture("invented/error-modelstate.json"));

        assertThat(failure.errors())
                .containsExactly(
                        "The request is invalid.",
                        "te.note: The field note must be a string with a maximum length of 128.",
                        "te.hours: An error has occurred.",
                        "te.hours: The value is not valid.");
    }

    @Test
    void readsMessageAndDetail() {
        NotFoundException failure =
                failedCreate(NotFoundException.class, 404, JSON, Wire.fixture("invented/error-message.json"));

        assertThat(failure.serviceMessage())
                .contains("No HTTP resource was found that matches the request URI.; No type was found that matches the"
                        + " controller named 'timeentrie'.");
    }

    @Test
    void readsAnExceptionWithoutItsStackTrace() {
        ServerException failure =
                failedCreate(ServerException.class, 500, JSON, Wire.fixture("invented/error-exception.json"));

        assertThat(failure.serviceMessage())
                .contains("An error has occurred.; The work type does not exist.; Sequence contains no elements");
        assertThat(failure.outcome()).contains(WriteOutcome.IN_DOUBT);
    }

    @Test
    void readsTheHeadingsOfAPageOfIis() {
        NotFoundException failure =
                failedCreate(NotFoundException.class, 404, "text/html", Wire.fixture("invented/error-iis.html"));

        assertThat(failure.serviceMessage())
                .contains(
                        "404 - File or directory not found.; Server Error; The resource you are looking for might have"
                                + " been removed, had its name changed, or is temporarily unavailable.");
    }

    @Test
    void takesAnyOtherBodyAsItComes() {
        assertThat(failedCreate(RejectedException.class, 400, JSON, "{").errors())
                .isEmpty();
        assertThat(failedCreate(RejectedException.class, 400, JSON, "").errors())
                .isEmpty();
        assertThat(failedCreate(RejectedException.class, 400, JSON, "\"Just a text.\"")
                        .errors())
                .containsExactly("Just a text.");
        assertThat(failedCreate(PermissionException.class, 403, "text/plain", "No way.")
                        .serviceMessage())
                .contains("No way.");
        assertThat(failedCreate(RejectedException.class, 400, JSON, "{\"a\":{\"b\":{\"c\":\"deep\"}},\"d\":[1,2]}")
                        .errors())
                .isEmpty();
        assertThat(failedCreate(
                                RejectedException.class,
                                400,
                                JSON,
                                "{\"odata.error\":{\"code\":\"\",\"message\":"
                                        + "{\"lang\":\"en-US\",\"value\":\"Bad filter.\"}}}")
                        .errors())
                .containsExactly("Bad filter.");
    }
}
