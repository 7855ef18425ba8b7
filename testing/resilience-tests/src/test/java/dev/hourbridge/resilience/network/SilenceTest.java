package dev.hourbridge.resilience.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.GoodAnswers;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that fall silent, are deaf, or drip. One timeout is short each time, the others are an hour. */
@Timeout(120)
class SilenceTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofHours(1);

    private static HttpOptions.Builder patient(Wire wire) {
        return wire.options()
                .retryPolicy(RetryPolicy.never())
                .connectTimeout(LONG)
                .readTimeout(LONG)
                .writeTimeout(LONG)
                .callTimeout(LONG);
    }

    private static void checkEnds(
            RawServer.Script script, Service service, Operation operation, Wire wire, HttpOptions options) {
        String what = service + ", " + operation;
        try (RawServer server = RawServer.start(script);
                TimeTracker tracker = service.client(server.url(), options)) {
            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> operation.run(service, tracker));

            assertThat(failure).as(what).isNotNull();
            if (operation.isWrite()) {
                assertThat(failure.outcome()).as(what).hasValue(WriteOutcome.IN_DOUBT);
            }
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }

    @Test
    void theReadTimeoutEndsSilenceAtEveryStage() throws Exception {
        Together cases = new Together();
        for (Stage stage : Stage.values()) {
            for (Service service : Service.values()) {
                for (Operation operation : Operation.values()) {
                    cases.add(() -> checkSilence(stage, service, operation));
                }
            }
        }
        int count = cases.check();
        Evidence.of(Area.NETWORK, "The service falls silent")
                .tried("no byte more at " + Stage.values().length + " stages of list, get, create and delete")
                .result("the read timeout ended it; ConnectionException, and IN_DOUBT for a write")
                .count(count);
    }

    private static void checkSilence(Stage stage, Service service, Operation operation) {
        RawServer.Script silent = connection -> {
            stage.pass(connection, service);
            connection.stall();
        };
        try (Wire wire = new Wire()) {
            checkEnds(
                    silent,
                    service,
                    operation,
                    wire,
                    patient(wire).readTimeout(SHORT).build());
        }
    }

    /** Bytes that come one by one, each well within the read timeout, and never end. */
    private static void drip(RawConnection connection, String endless) throws IOException {
        while (true) {
            connection.write(endless);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void dripBody(RawConnection connection, Service service) throws IOException {
        RawRequest request = connection.readRequest().orElseThrow();
        byte[] body = GoodAnswers.to(request, service)
                .unmeasured()
                .header("Content-Length", "1000000")
                .head();
        connection.write(body).write(service.isXml() ? "<?xml version=\"1.0\"?>" : "{");
        drip(connection, " ");
    }

    private static void dripHeader(RawConnection connection) throws IOException {
        connection.readRequest();
        connection.write("HTTP/1.1 200 OK\r\nX-Long: ");
        drip(connection, "x");
    }

    private static void dripInterimAnswers(RawConnection connection) throws IOException {
        connection.readRequest();
        drip(connection, "HTTP/1.1 102 Processing\r\n\r\n");
    }

    @Test
    void theCallTimeoutEndsAnAnswerThatDrips() throws Exception {
        Together cases = new Together();
        for (Service service : Service.values()) {
            for (Operation operation : Operation.values()) {
                cases.add(() -> checkDrip(connection -> dripBody(connection, service), service, operation));
                cases.add(() -> checkDrip(SilenceTest::dripHeader, service, operation));
                cases.add(() -> checkDrip(SilenceTest::dripInterimAnswers, service, operation));
            }
        }
        int count = cases.check();
        Evidence.of(Area.NETWORK, "The response drips")
                .tried("a byte at a time in the headers and in the body, and interim responses without end")
                .result("the call timeout ended it, Codebase's list too, which is read an entry at a time")
                .count(count);
    }

    private static void checkDrip(RawServer.Script script, Service service, Operation operation) {
        try (Wire wire = new Wire()) {
            checkEnds(
                    script,
                    service,
                    operation,
                    wire,
                    patient(wire).callTimeout(SHORT).build());
        }
    }

    @Test
    void theWriteTimeoutEndsARequestThatNobodyTakes() {
        int cases = 0;
        String note = "x".repeat(12 << 20);
        for (Service service : Service.values()) {
            // TeamPulse takes no note that would not fit into a socket's buffer.
            if (service != Service.TEAMPULSE) {
                checkDeaf(service, note);
                cases++;
            }
        }
        Evidence.of(Area.NETWORK, "The service does not read")
                .tried("a create with a note of 12 MB to a server that takes the connection and no byte")
                .result("the write timeout ended it; ConnectionException, IN_DOUBT")
                .count(cases);
    }

    private static void checkDeaf(Service service, String note) {
        try (RawServer server = RawServer.start(RawConnection::hold);
                Wire wire = new Wire();
                TimeTracker tracker = service.client(
                        server.url(), patient(wire).writeTimeout(SHORT).build())) {
            ConnectionException failure = catchThrowableOfType(
                    ConnectionException.class,
                    () -> tracker.create(
                            service.newEntry(tracker).toBuilder().note(note).build()));

            assertThat(failure.outcome()).as(service.name()).hasValue(WriteOutcome.IN_DOUBT);
            assertThat(failure).hasMessageContaining("write timeout of 300 ms");
            wire.assertNothingOpen();
        }
    }
}
