package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamTest {
    record Element(String id) {}

    /** A body with an element per line. */
    static MockResponse.Builder lines(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    static CloseableIterator<Element> open(ApiClient api) {
        return api.stream(ApiRequest.get("listEntries", "list"), StreamTest::reader);
    }

    private static ElementReader<Element> reader(ApiResponse response, InputStream body, long maxBytes) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        return () -> {
            String line = lines.readLine();
            return line == null ? null : new Element(line.strip());
        };
    }

    private static String list(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            text.append(i).append(" ".repeat(36)).append("\n");
        }
        return text.toString();
    }

    @Test
    void iteratesOverEachElementAndClosesAtTheEnd() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(list(20_000)));
            CloseableIterator<Element> elements = open(rig.client());

            List<String> ids = new ArrayList<>();
            elements.forEachRemaining(element -> ids.add(String.valueOf(element.id())));

            assertThat(ids).hasSize(20_000).startsWith("1", "2").endsWith("20000");
            rig.calls.assertNone();
            assertThat(elements.hasNext()).isFalse();
            assertThatThrownBy(elements::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void endsAListBeyondTheCapOfRows() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(list(20_000))).response(lines(list(100)));
            ApiClient api = rig.client(rig.options().maxListRows(100).build());
            List<String> ids = new ArrayList<>();

            assertThatThrownBy(() -> open(api).forEachRemaining(element -> ids.add(String.valueOf(element.id()))))
                    .isInstanceOf(ListTooLongException.class)
                    .hasMessageContaining("maxListRows");
            assertThat(ids).hasSize(100);
            rig.calls.assertNone();

            open(api).forEachRemaining(element -> ids.add(String.valueOf(element.id())));
            assertThat(ids).hasSize(200);
        }
    }

    @Test
    void readsAnEmptyList() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(""));

            assertThat(open(rig.client()).hasNext()).isFalse();
        }
    }

    @Test
    void closesTheResponseWhenClosedEarly() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(list(100_000)));
            CloseableIterator<Element> elements = open(rig.client());
            elements.next();

            elements.close();
            elements.close();

            rig.calls.assertNone();
            assertThatThrownBy(elements::hasNext).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closesTheResponseWhenTheClientIsClosed() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(list(100_000)));
            ApiClient api = rig.client();
            CloseableIterator<Element> elements = open(api);
            elements.next();

            api.close();

            rig.calls.assertNone();
            assertThatThrownBy(() -> elements.forEachRemaining(element -> {})).isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void failsWithoutARetryWhenTheResponseIsIncomplete() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines(list(50_000)).onResponseBody(SocketEffect.ShutdownConnection.INSTANCE))
                    .response(lines(list(1)));
            CloseableIterator<Element> elements = open(rig.client());
            List<Element> read = new ArrayList<>();

            assertThatThrownBy(() -> elements.forEachRemaining(read::add)).isInstanceOf(ConnectionException.class);

            assertThat(read).as("what came before").hasSizeGreaterThan(10_000);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void takesLongerThanACallMay() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(lines("")).response(lines(list(10_000)).throttleBody(8_192, 40, TimeUnit.MILLISECONDS));
            assertThat(open(rig.client())).as("warm-up").isExhausted();
            ApiClient api =
                    rig.client(rig.options().callTimeout(Duration.ofSeconds(1)).build());
            CloseableIterator<Element> elements = open(api);
            List<Element> all = new ArrayList<>();

            elements.forEachRemaining(all::add);

            assertThat(all).hasSize(10_000);
        }
    }

    @Test
    void retriesUntilTheResponseBegins() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(503).response(lines(list(1)));

            try (CloseableIterator<Element> elements = open(rig.client())) {
                assertThat(elements.next().id()).isEqualTo("1");
            }
        }
    }

    @Test
    void throwsForAStatusBeforeAnyElement() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(404);

            assertThatThrownBy(() -> open(rig.client())).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void throwsForALoginPage() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(new MockResponse.Builder()
                    .setHeader("Content-Type", "text/html")
                    .body("<html/>"));

            assertThatThrownBy(() -> open(rig.client())).isInstanceOf(MalformedResponseException.class);
        }
    }
}
