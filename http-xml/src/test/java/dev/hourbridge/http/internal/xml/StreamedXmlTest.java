package dev.hourbridge.http.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.HttpOptions;
import dev.hourbridge.http.internal.ApiClient;
import dev.hourbridge.http.internal.ApiRequest;
import dev.hourbridge.http.internal.wire.LenientIdDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.model.CloseableIterator;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.model.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that are read one element at a time while the response arrives. */
class StreamedXmlTest {
    static final class Element extends WireType {
        @JsonProperty("id")
        @JsonDeserialize(using = LenientIdDeserializer.class)
        @Nullable
        String id;
    }

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private ApiClient client(HttpOptions options) {
        return ApiClient.builder(
                        Service.of("testing"), "baseUrl", server.url("/").toString())
                .options(options)
                .rules(() -> List.of("application/xml"))
                .build();
    }

    private void serve(String body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/xml; charset=utf-8")
                .body(body)
                .build());
    }

    private static CloseableIterator<Element> open(ApiClient api) {
        return api.stream(
                ApiRequest.get("listEntries", "list"), Xml.elements(Set.of("list", "nil-classes"), "e", Element.class));
    }

    private static String list(int count) {
        StringBuilder text = new StringBuilder("<list type='array'>");
        for (int i = 1; i <= count; i++) {
            text.append("<e><id type='integer'>").append(i).append("</id></e>\n");
        }
        return text.append("</list>").toString();
    }

    @Test
    void readsEveryElement() {
        serve(list(20_000));
        try (ApiClient api = client(HttpOptions.ofDefaults())) {
            List<String> ids = new ArrayList<>();
            open(api).forEachRemaining(element -> ids.add(String.valueOf(element.id)));

            assertThat(ids).hasSize(20_000).startsWith("1", "2").endsWith("20000");
        }
    }

    @Test
    void readsAnEmptyList() {
        serve("<?xml version=\"1.0\"?><nil-classes type=\"array\"/>");
        try (ApiClient api = client(HttpOptions.ofDefaults())) {
            assertThat(open(api).hasNext()).isFalse();
        }
    }

    @Test
    void failsIfTheDocumentEndsEarly() {
        serve("<list><e><id>1</id></e><e><id>2</id>");
        try (ApiClient api = client(HttpOptions.ofDefaults())) {
            CloseableIterator<Element> elements = open(api);

            assertThatThrownBy(() -> elements.forEachRemaining(element -> {}))
                    .isInstanceOf(MalformedResponseException.class);
        }
    }

    @Test
    void failsAtAnElementOfAnotherName() {
        serve("<list><e><id>1</id></e><secret>hunter2</secret></list>");
        try (ApiClient api = client(HttpOptions.ofDefaults())) {
            CloseableIterator<Element> elements = open(api);
            elements.next();

            assertThatThrownBy(elements::hasNext)
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void limitsEachElementAndNotTheList() {
        serve(list(10_000));
        serve("<list><e>" + ("<x>" + " ".repeat(5_000) + "</x>").repeat(20) + "</e></list>");
        try (ApiClient api =
                client(HttpOptions.builder().maxResponseBytes(20_000).build())) {
            open(api).forEachRemaining(element -> {});
            CloseableIterator<Element> large = open(api);

            assertThat(catchThrowableOfType(MalformedResponseException.class, large::next))
                    .hasMessageContaining("an element of more than 20000 bytes", "increase maxResponseBytes");
        }
    }
}
