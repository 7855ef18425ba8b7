package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientIdDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.http.internal.wire.Xml;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.ConnectionException;
import dev.hourbridge.model.ListTooLongException;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.NotFoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StreamTest {
    static final class Element extends WireType {
        @JsonProperty("id")
        @JsonDeserialize(using = LenientIdDeserializer.class)
        @Nullable
        String id;
    }

    static MockResponse.Builder xml(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/xml; charset=utf-8")
                .body(body);
    }

    static CloseableIterator<Element> open(ApiClient api) {
        return api.stream(
                ApiRequest.get("getEntry", "list"), Xml.elements(Set.of("list", "nil-classes"), "e", Element.class));
    }

    private static String list(int count) {
        StringBuilder text = new StringBuilder("<list type='array'>");
        for (int i = 1; i <= count; i++) {
            text.append("<e><id type='integer'>").append(i).append("</id></e>\n");
        }
        return text.append("</list>").toString();
    }

    @Test
    void handsOutEachElementInTurnAndClosesAtTheEnd() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(20_000)));
            CloseableIterator<Element> elements = open(rig.client());

            List<String> ids = new ArrayList<>();
            elements.forEachRemaining(element -> ids.add(String.valueOf(element.id)));

            assertThat(ids).hasSize(20_000).startsWith("1", "2").endsWith("20000");
            rig.calls.assertNone();
            assertThat(elements.hasNext()).isFalse();
            assertThatThrownBy(elements::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void endsAListBeyondTheCapOfRows() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(20_000))).response(xml(list(100)));
            ApiClient api = rig.client(rig.options().maxListRows(100).build());
            List<String> ids = new ArrayList<>();

            assertThatThrownBy(() -> open(api).forEachRemaining(element -> ids.add(String.valueOf(element.id))))
                    .isInstanceOf(ListTooLongException.class)
                    .hasMessageContaining("maxListRows");
            assertThat(ids).hasSize(100);
            rig.calls.assertNone();

            open(api).forEachRemaining(element -> ids.add(String.valueOf(element.id)));
            assertThat(ids).hasSize(200);
        }
    }

    @Test
    void readsAnEmptyList() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml("<?xml version=\"1.0\"?><nil-classes type=\"array\"/>"));

            assertThat(open(rig.client()).hasNext()).isFalse();
        }
    }

    @Test
    void closesTheAnswerWhenLeftEarly() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(100_000)));
            CloseableIterator<Element> elements = open(rig.client());
            elements.next();

            elements.close();
            elements.close();

            rig.calls.assertNone();
            assertThatThrownBy(elements::hasNext).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closesTheAnswerWhenTheClientIsClosed() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(100_000)));
            ApiClient api = rig.client();
            CloseableIterator<Element> elements = open(api);
            elements.next();

            api.close();

            rig.calls.assertNone();
            assertThatThrownBy(() -> elements.forEachRemaining(element -> {})).isInstanceOf(ConnectionException.class);
        }
    }

    @Test
    void throwsWhenTheAnswerBreaksOffAndAsksNoSecondTime() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(50_000)).onResponseBody(SocketEffect.ShutdownConnection.INSTANCE))
                    .response(xml(list(1)));
            CloseableIterator<Element> elements = open(rig.client());
            List<Element> read = new ArrayList<>();

            assertThatThrownBy(() -> elements.forEachRemaining(read::add)).isInstanceOf(ConnectionException.class);

            assertThat(read).as("what came before").hasSizeGreaterThan(10_000);
            assertThat(rig.server.getRequestCount()).isEqualTo(1);
        }
    }

    @Test
    void throwsWhenTheDocumentEndsInTheMiddle() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml("<list><e><id>1</id></e><e><id>2</id>"));
            CloseableIterator<Element> elements = open(rig.client());

            assertThatThrownBy(() -> elements.forEachRemaining(element -> {}))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void throwsAtAnElementThatDoesNotBelong() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml("<list><e><id>1</id></e><secret>hunter2</secret></list>"));
            CloseableIterator<Element> elements = open(rig.client());
            elements.next();

            assertThatThrownBy(elements::hasNext)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void capsOneElementAndNotTheWhole() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(10_000)))
                    .response(xml("<list><e>" + ("<x>" + " ".repeat(5_000) + "</x>").repeat(20) + "</e></list>"));
            ApiClient api = rig.client(rig.options().maxResponseBytes(20_000).build());
            CloseableIterator<Element> many = open(api);
            many.forEachRemaining(element -> {});
            CloseableIterator<Element> large = open(api);

            assertThat(catchThrowableOfType(MalformedResponseException.class, large::next))
                    .hasMessageContaining("an element of more than 20000 bytes", "raise maxResponseBytes");
        }
    }

    @Test
    void takesLongerThanACallMay() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(xml(list(10_000)).throttleBody(8_192, 40, TimeUnit.MILLISECONDS));
            ApiClient api =
                    rig.client(rig.options().callTimeout(Duration.ofMillis(500)).build());
            CloseableIterator<Element> elements = open(api);
            List<Element> all = new ArrayList<>();

            elements.forEachRemaining(all::add);

            assertThat(all).hasSize(10_000);
        }
    }

    @Test
    void asksAgainUntilTheAnswerBegins() throws Exception {
        try (Rig rig = Rig.start()) {
            rig.response(503).response(xml(list(1)));

            try (CloseableIterator<Element> elements = open(rig.client())) {
                assertThat(elements.next().id).isEqualTo("1");
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
