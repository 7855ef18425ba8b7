package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that end, in good order or by a reset, at each stage of an exchange. */
@Timeout(120)
class BrokenConnectionTest {

    private static void breakOff(RawConnection connection, Service service, Stage stage, boolean reset)
            throws IOException {
        stage.pass(connection, service);
        if (reset) {
            connection.reset();
        } else {
            connection.close();
        }
    }

    @Test
    void throwsAtWhateverStageTheConnectionBreaks() {
        int cases = 0;
        for (Stage stage : Stage.values()) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    checkThrows(stage, service, operation, false);
                    checkThrows(stage, service, operation, true);
                    cases += 2;
                }
            }
        }
        Evidence.of(Area.NETWORK, "The connection breaks")
                .tried("closed and reset at " + Stage.values().length
                        + " stages of list, get, create and delete, from the accept to the last bytes of the body")
                .result("ConnectionException with the right outcome; no list ended early; nothing left open")
                .count(cases);
    }

    private static void checkThrows(Stage stage, Service service, Operation operation, boolean reset) {
        String what = stage + ", " + service + ", " + operation + (reset ? ", reset" : ", closed");
        try (RawServer server = RawServer.start(connection -> breakOff(connection, service, stage, reset));
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        server.url(),
                        wire.options().retryPolicy(RetryPolicy.never()).build())) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            assertThat(failure.attempts()).as(what).isEqualTo(1);
            if (!operation.isWrite()) {
                assertThat(failure.outcome()).as(what).isEmpty();
            } else if (stage == Stage.ON_ACCEPT) {
                // Who is first, the end of the connection or the request, is not for the test to say.
                assertThat(failure.outcome().orElseThrow()).as(what).isIn(WriteOutcome.NOT_SENT, WriteOutcome.IN_DOUBT);
            } else {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.IN_DOUBT);
            }
            assertThat(failure).as(what).hasMessageContaining("(help: connection)");
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    @Test
    void asksAgainWhatMayBeAskedAgain() {
        int cases = 0;
        for (Stage stage : Stage.values()) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    // Of a list that is read an entry at a time some may have been handed on.
                    boolean begun = service == Service.CODEBASE
                            && operation == Operation.LIST
                            && stage.compareTo(Stage.BEFORE_THE_BODY) >= 0;
                    if (operation.isRepeated() && !begun) {
                        checkAsksAgain(stage, service, operation);
                        cases++;
                    }
                }
            }
        }
        Evidence.of(Area.NETWORK, "The connection breaks, and the next does not")
                .tried("reset at " + Stage.values().length
                        + " stages of list, get and delete, under the default policy")
                .result("sent again over another connection, and the right response")
                .count(cases);
    }

    private static void checkAsksAgain(Stage stage, Service service, Operation operation) {
        RawServer.Script once = new RawServer.Script() {
            private boolean broken;

            @Override
            public void play(RawConnection connection) throws IOException {
                boolean now;
                synchronized (this) {
                    now = !broken;
                    broken = true;
                }
                if (now) {
                    breakOff(connection, service, stage, true);
                } else {
                    GoodAnswers.serve(connection, service);
                }
            }
        };
        try (RawServer server = RawServer.start(once);
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            operation.run(service, tracker);

            assertThat(server.connections()).as(stage + ", " + service).isEqualTo(2);
            wire.assertNothingOpen();
        }
    }
}
