package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawReply;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers whose length is not what their head says. */
@Timeout(120)
class WrongLengthTest {

    /** Heads that give no one length: what ends the body is anyone's guess. */
    private static final List<List<String>> UNSOUND = List.of(
            List.of("-1"),
            List.of("-9223372036854775808"),
            List.of("12x"),
            List.of("1e3"),
            List.of("0x20"),
            List.of("99999999999999999999999999"),
            List.of("5", "6"),
            List.of("0", "9999"),
            List.of("5, 5"),
            List.of(""));

    private static RawServer server(Service service, List<String> lengths) {
        return RawServer.start(connection -> {
            for (Optional<RawRequest> request = connection.readRequest();
                    request.isPresent();
                    request = connection.readRequest()) {
                connection.write(
                        with(lengths, GoodAnswers.to(request.get(), service)).bytes());
            }
        });
    }

    private static RawReply with(List<String> lengths, RawReply reply) {
        lengths.forEach(length -> reply.header("Content-Length", length));
        return reply.unmeasured();
    }

    @Test
    void refusesAnAnswerThatHasNoOneLength() {
        int cases = 0;
        for (List<String> lengths : UNSOUND) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    checkRefuses(lengths, service, operation);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The response has no one length")
                .tried("lengths below zero, no numbers, too large for any number, two that differ")
                .result("rejected before a byte of the body was read; IN_DOUBT for a write")
                .count(cases);
    }

    private static void checkRefuses(List<String> lengths, Service service, Operation operation) {
        String what = lengths + ", " + service + ", " + operation;
        try (RawServer server = server(service, lengths);
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        server.url(),
                        wire.options().retryPolicy(RetryPolicy.never()).build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            if (operation.isWrite()) {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.IN_DOUBT);
            }
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
            assertThat(catchThrowableOfType(ConnectionException.class, () -> Operation.GET.run(service, tracker)))
                    .as(what)
                    .isNotNull();
            assertThat(server.connections())
                    .as(what + ": no connection was used again")
                    .isEqualTo(2);
        }
    }

    private static void breakOff(RawConnection connection, Service service) throws IOException {
        RawRequest request = connection.readRequest().orElseThrow();
        RawReply reply = GoodAnswers.to(request, service);
        connection.write(with(List.of("1000000"), reply).bytes()).close();
    }

    @Test
    void takesNoAnswerThatIsShorterThanItSays() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                try (RawServer server = RawServer.start(connection -> breakOff(connection, service));
                        Wire wire = new Wire();
                        TimeTracker tracker = service.client(
                                server.url(),
                                wire.options().retryPolicy(RetryPolicy.never()).build())) {
                    ConnectionException failure =
                            catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

                    assertThat(failure).as(service + ", " + operation).isNotNull();
                    wire.assertNothingOpen();
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The response is shorter than its length")
                .tried("a body that is good as it is, but ends before the length that was promised")
                .result("ConnectionException: what is missing might have been entries")
                .count(cases);
    }

    @Test
    void takesNoAnswerThatIsLongerThanItSays() {
        int cases = 0;
        for (Service service : Service.values()) {
            for (Operation operation : List.of(Operation.LIST, Operation.GET, Operation.CREATE)) {
                for (int length : List.of(1, 10, 20)) {
                    checkLonger(service, operation, length);
                    cases++;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The response is longer than its length")
                .tried("lengths of 1, 10 and 20 bytes over bodies of more")
                .result("the cut body was rejected, and the rest of it was not taken for the next response")
                .count(cases);
    }

    private static void checkLonger(Service service, Operation operation, int length) {
        String what = length + ", " + service + ", " + operation;
        try (RawServer server = server(service, List.of(Integer.toString(length)));
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        server.url(),
                        wire.options().retryPolicy(RetryPolicy.never()).build())) {
            HourbridgeException failure =
                    catchThrowableOfType(HourbridgeException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isInstanceOfAny(MalformedResponseException.class, ConnectionException.class);
            if (operation == Operation.CREATE) {
                assertThat(failure.outcome().orElseThrow())
                        .as(what)
                        .isIn(WriteOutcome.ACCEPTED_NO_ID, WriteOutcome.IN_DOUBT);
            }
            HourbridgeException next =
                    catchThrowableOfType(HourbridgeException.class, () -> Operation.GET.run(service, tracker));
            assertThat(next).as(what).isNotNull();
            Secrets.assertNoneIn(next);
            wire.assertNothingOpen();
        }
    }
}
