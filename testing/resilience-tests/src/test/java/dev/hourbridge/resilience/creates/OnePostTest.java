package dev.hourbridge.resilience.creates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.HourbridgeException;
import dev.hourbridge.model.TimeTracker;
import dev.hourbridge.model.spi.PreparedCreate;
import dev.hourbridge.resilience.Secrets;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.wire.Wire;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default policy, which would send a read five times, sends a create once. */
@Timeout(60)
class OnePostTest {
    private static final int WARM = 5;
    private static int held;

    @ParameterizedTest
    @EnumSource
    void sendsOnePostAndKnowsWhatBecameOfIt(Misbehaviour misbehaviour) throws Exception {
        for (Service service : Service.values()) {
            for (int warm : new int[] {0, WARM}) {
                for (boolean prepared : new boolean[] {false, true}) {
                    check(misbehaviour, service, warm, prepared);
                    held++;
                }
            }
        }
    }

    @AfterAll
    static void record() {
        int ways = Misbehaviour.values().length;
        if (held == ways * Service.values().length * 4) {
            Evidence.of(Area.CREATES, "The response to a create is lost")
                    .tried(ways + " ways to lose, spoil or refuse it, over a fresh connection and a pool of " + WARM
                            + " warm ones, by create and by prepare and send, with each client")
                    .result("one POST arrived each time; the outcome stated what was known, IN_DOUBT or REJECTED")
                    .count(held);
        }
    }

    private static void check(Misbehaviour misbehaviour, Service service, int warm, boolean prepared) throws Exception {
        String what = service + ", " + warm + " warm, " + (prepared ? "prepared" : "created");
        Duration readTimeout = Duration.ofMillis(misbehaviour == Misbehaviour.SILENCE ? 150 : 20_000);
        try (CreateServer server = new CreateServer(service, warm, (post, number) -> misbehaviour.play(post, service));
                Wire wire = new Wire();
                TimeTracker patient =
                        service.client(server.url(), wire.options().build());
                TimeTracker tracker = service.client(
                        server.url(), wire.options().readTimeout(readTimeout).build())) {
            // Over the pool that both share.
            server.warm(patient);
            PreparedCreate create =
                    prepared ? tracker.prepare(service.newEntry(tracker)) : () -> service.create(tracker);
            assertThat(server.posts()).as(what).isZero();

            HourbridgeException failure = catchThrowableOfType(HourbridgeException.class, create::send);

            assertThat(failure).as(what).isNotNull();
            assertThat(failure.outcome()).as(what + ": " + failure).hasValue(misbehaviour.outcome());
            assertThat(failure.attempts()).as(what).isEqualTo(1);
            assertThat(server.posts()).as(what).isEqualTo(1);
            Secrets.assertNoneIn(failure);
            wire.assertNothingOpen();
        }
    }
}
