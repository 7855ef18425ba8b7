package dev.hourbridge.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.Secret;
import dev.hourbridge.http.internal.wire.Json;
import dev.hourbridge.http.internal.wire.Lenient;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.http.internal.wire.Xml;
import dev.hourbridge.http.internal.wire.XmlList;
import dev.hourbridge.model.CloseableIterator;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmokeTest {
    static final class Item extends WireType {
        @JsonProperty("id")
        @JsonDeserialize(using = Lenient.Id.class)
        @Nullable
        String id;
    }

    @Test
    void readsJsonAndXml() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            ApiClient api = ApiClient.builder("baseUrl", server.url("/app").toString())
                    .authentication(Authentication.basic(Secret.of("ü"), Secret.of("x")))
                    .rules(() -> List.of("application/json", "application/xml"))
                    .build();
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/json")
                    .body("{\"id\":12,\"x\":[1.50]}")
                    .build());
            Item item = Json.read(api.read(ApiRequest.get("a b", "1.json").query("$orderby", "id asc+")), Item.class);
            assertThat(item.id).isEqualTo("12");
            assertThat(item.unknownFields()).containsEntry("x", "[1.50]");
            assertThat(server.takeRequest().getTarget()).isEqualTo("/app/a%20b/1.json?%24orderby=id%20asc%2B");
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/xml; charset=utf-8")
                    .body(
                            "<items total='2'><item><id type='integer'>1</id><q nil='true'/></item><item><id>2</id><z type='x'>5</z></item></items>")
                    .build());
            XmlList<Item> list = Xml.readList(api.read(ApiRequest.get("i.xml")), Set.of("items"), "item", Item.class);
            assertThat(list.number("total")).hasValue(2);
            assertThat(list.items()).extracting(i -> i.id).containsExactly("1", "2");
            assertThat(list.items().get(1).unknownFields()).containsEntry("z", "5");
            server.enqueue(new MockResponse.Builder()
                    .setHeader("Content-Type", "application/xml; charset=utf-8")
                    .body(
                            "<items total='2'><item><id type='integer'>1</id><q nil='true'/></item><item><id>2</id><z type='x'>5</z></item></items>")
                    .build());
            try (CloseableIterator<Item> stream =
                    api.stream(ApiRequest.get("i.xml"), Xml.elements(Set.of("items"), "item", Item.class))) {
                assertThat(stream.next().id).isEqualTo("1");
                assertThat(stream.next().id).isEqualTo("2");
                assertThat(stream.hasNext()).isFalse();
            }
            server.enqueue(new MockResponse.Builder()
                    .code(201)
                    .setHeader("Content-Type", "application/json")
                    .body("{\"id\":12}")
                    .build());
            assertThat(api.create(ApiRequest.post("i")).status()).isEqualTo(201);
            api.close();
        }
    }
}
