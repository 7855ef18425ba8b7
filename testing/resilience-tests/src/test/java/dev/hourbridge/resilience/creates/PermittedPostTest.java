package dev.hourbridge.resilience.creates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.AuthenticationException;
import dev.hourbridge.model.ThrottledException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.WriteOutcome;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.RawConnection;
import dev.hourbridge.resilience.wire.RawReply;
import dev.hourbridge.resilience.wire.RawRequest;
import dev.hourbridge.resilience.wire.RawServer;
import dev.hourbridge.resilience.wire.Wire;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a create may be sent again, because the service said that it did not do it. */
@Timeout(60)
class PermittedPostTest {
    private static final int WARM = 5;

    private static void answerCreated(RawConnection post, Service service) throws IOException {
        post.readRequest();
        post.write(
                RawReply.of(201).body(service.contentType(), service.created()).bytes());
    }

    private static RawReply throttle(int status) {
        return RawReply.of(status)
                .header("Retry-After", "0")
                .header("X-RateLimit-Remaining", "0")
                .header("X-RateLimit-Reset", "3");
    }

    private static CreateServer throttlingOnce(Service service, int warm, int status) {
        return new CreateServer(service, warm, (post, number) -> {
            if (number == 1) {
                post.readRequest();
                post.write(throttle(status).bytes());
            } else {
                answerCreated(post, service);
            }
        });
    }

    @Test
    void sendsACreateOnceMoreAfterAThrottleAndAPreparedOneNot() throws Exception {
        int cases = 0;
        for (Service service : Service.values()) {
            for (int status : service == Service.TEAMWORK ? new int[] {429, 400} : new int[] {429}) {
                for (int warm : new int[] {0, WARM}) {
                    checkThrottle(service, warm, status);
                    cases += 2;
                }
            }
        }
        Evidence.of(Area.CREATES, "A create is throttled")
                .tried(
                        "429 from each service and Teamwork's 400 without requests left, over fresh and warm connections")
                .result("create waited and sent a second POST; prepare and send threw after the first, REJECTED")
                .count(cases);
    }

    private static void checkThrottle(Service service, int warm, int status) throws Exception {
        try (CreateServer server = throttlingOnce(service, warm, status);
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            server.warm(tracker);

            assertThat(service.create(tracker)).isEqualTo(service.id(tracker));

            assertThat(server.posts()).isEqualTo(2);
            wire.assertNothingOpen();
        }
        try (CreateServer server = throttlingOnce(service, warm, status);
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            server.warm(tracker);
            PreparedCreate create = tracker.prepare(service.newEntry(tracker));

            ThrottledException failure = catchThrowableOfType(ThrottledException.class, create::send);

            assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
            assertThat(server.posts()).isEqualTo(1);
            wire.assertNothingOpen();
        }
    }

    /** Gives out tokens, and refuses as many POSTs of entries as it is told. */
    private static RawServer wrap(int refusals) {
        return RawServer.start(connection -> {
            int entries = 0;
            for (Optional<RawRequest> next = connection.readRequest();
                    next.isPresent();
                    next = connection.readRequest()) {
                RawRequest request = next.get();
                if (request.target().contains("WRAP")) {
                    connection.write(RawReply.of(200)
                            .body("application/x-www-form-urlencoded", "wrap_access_token=t" + entries)
                            .bytes());
                } else if (request.method().equals("POST") && entries++ >= refusals) {
                    connection.write(RawReply.of(201)
                            .body(Service.TEAMPULSE.contentType(), Service.TEAMPULSE.created())
                            .bytes());
                } else {
                    connection.write(RawReply.of(401)
                            .header("WWW-Authenticate", "WRAP realm=\"r\"")
                            .bytes());
                }
            }
        });
    }

    private static long posts(RawServer server) {
        return server.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && !request.target().contains("WRAP"))
                .count();
    }

    @Test
    void sendsACreateOnceMoreWithAFreshToken() {
        for (boolean prepared : new boolean[] {false, true}) {
            try (RawServer server = wrap(1);
                    Wire wire = new Wire();
                    TimeTracker tracker =
                            Service.login(server.url(), wire.options().build())) {
                PreparedCreate create = create(tracker, prepared);

                assertThat(create.send()).isEqualTo(Service.TEAMPULSE.id(tracker));

                assertThat(posts(server)).isEqualTo(2);
                wire.assertNothingOpen();
            }
        }
        for (boolean prepared : new boolean[] {false, true}) {
            try (RawServer server = wrap(Integer.MAX_VALUE);
                    Wire wire = new Wire();
                    TimeTracker tracker =
                            Service.login(server.url(), wire.options().build())) {
                PreparedCreate create = create(tracker, prepared);

                AuthenticationException failure = catchThrowableOfType(AuthenticationException.class, create::send);

                assertThat(failure.outcome()).hasValue(WriteOutcome.REJECTED);
                assertThat(posts(server)).isEqualTo(2);
                Secrets.assertNoneIn(failure);
                wire.assertNothingOpen();
            }
        }
        Evidence.of(Area.CREATES, "A create's token has expired")
                .tried(
                        "a challenge to TeamPulse's token, followed by a fresh one that is taken, and by one that is not")
                .result("a second POST and never a third; the second refusal was REJECTED")
                .count(4);
    }

    private static PreparedCreate create(TimeTracker tracker, boolean prepared) {
        return prepared
                ? tracker.prepare(Service.TEAMPULSE.newEntry(tracker))
                : () -> Service.TEAMPULSE.create(tracker);
    }

    @Test
    void sendsOnePostWhenAllIdleConnectionsHaveEnded() throws Exception {
        int cases = 0;
        for (Service service : Service.values()) {
            for (boolean prepared : new boolean[] {false, true}) {
                checkEndedPool(service, prepared);
                cases++;
            }
        }
        Evidence.of(Area.CREATES, "The service ended its idle connections")
                .tried("a create over a pool of " + WARM + " connections, each closed after its last response")
                .result("one POST arrived, over a connection that was alive, and made the entry")
                .count(cases);
    }

    private static void checkEndedPool(Service service, boolean prepared) throws Exception {
        CountDownLatch ended = new CountDownLatch(WARM);
        try (CreateServer server = new CreateServer(service, WARM, (post, number) -> answerCreated(post, service))
                        .closingAfterGets(ended);
                Wire wire = new Wire();
                TimeTracker tracker =
                        service.client(server.url(), wire.options().build())) {
            server.warm(tracker);
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(wire.connections()).isEqualTo(WARM);
            PreparedCreate create =
                    prepared ? tracker.prepare(service.newEntry(tracker)) : () -> service.create(tracker);

            assertThat(create.send()).isEqualTo(service.id(tracker));

            assertThat(server.posts()).isEqualTo(1);
            wire.assertNothingOpen();
        }
    }
}
