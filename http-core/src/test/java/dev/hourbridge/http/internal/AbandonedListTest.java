package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hourbridge.http.RetryPolicy;
import dev.hourbridge.http.internal.StreamTest.Element;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.ConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that are abandoned before their end without being closed. */
@Timeout(60)
class AbandonedListTest {
    /** More than is read ahead. */
    private static final String LONG = ("1" + " ".repeat(17) + "\n").repeat(200_000);

    private static Rig serving(String list) throws Exception {
        Rig rig = Rig.start();
        rig.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return request.getMethod().equals("GET")
                        ? StreamTest.lines(list).build()
                        : Rig.json(201, "{}").build();
            }
        });
        return rig;
    }

    private static void await(BooleanSupplier condition, Runnable step) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time it takes").isLessThan(deadline);
            step.run();
        }
    }

    @Test
    void blockNoOtherCall() throws Exception {
        try (Rig rig = serving(LONG)) {
            ApiClient api = rig.client(rig.options()
                    .retryPolicy(RetryPolicy.never())
                    .callTimeout(Duration.ofSeconds(20))
                    .build());
            List<CloseableIterator<Element>> lists = new ArrayList<>();
            for (int i = 0; i < 140; i++) {
                lists.add(StreamTest.open(api));
                lists.get(i).next();
            }

            assertThat(api.create(ApiRequest.post("postEntry", "entries")).status())
                    .isEqualTo(201);

            lists.forEach(CloseableIterator::close);
        }
    }

    @Test
    void holdNothingOnceTheyAreUnreachable() throws Exception {
        try (Rig rig = serving(LONG)) {
            ApiClient api = rig.client();
            for (int i = 0; i < 10; i++) {
                assertThat(StreamTest.open(api).next().id()).isEqualTo("1");
            }

            await(() -> rig.calls.open() == 0, System::gc);
        }
    }

    @Test
    void holdNothingWhenNothingIsReadOfThemForLong() throws Exception {
        try (Rig rig = serving(LONG)) {
            ApiClient api =
                    rig.client(rig.options().callTimeout(Duration.ofMillis(200)).build());
            CloseableIterator<Element> list = StreamTest.open(api);
            list.next();

            await(() -> rig.calls.open() == 0, Thread::onSpinWait);

            ConnectionException failure =
                    catchThrowableOfType(ConnectionException.class, () -> list.forEachRemaining(element -> {}));
            assertThat(failure).hasMessageContaining("nothing was read from its list for 1 s");
        }
    }

    @Test
    void holdNoConnectionIfTheyAreShort() throws Exception {
        try (Rig rig = serving(("1" + " ".repeat(15) + "\n").repeat(50_000))) {
            CloseableIterator<Element> list = StreamTest.open(rig.client());
            list.next();

            rig.calls.assertNone();

            List<Element> rest = new ArrayList<>();
            list.forEachRemaining(rest::add);
            assertThat(rest).hasSize(49_999);
        }
    }
}
