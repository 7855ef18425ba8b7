package dev.hourbridge.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hourbridge.model.MalformedResponseException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field that an object has twice is rejected wherever it is, and fields that no type knows keep their text. */
class UniqueFieldsTest {
    @SuppressWarnings("UnusedVariable") // Set by Jackson.
    private static final class Outer {
        @JsonProperty("items")
        private List<Item> items = List.of();

        @JsonProperty("plain")
        private int plain;
    }

    @SuppressWarnings("UnusedVariable") // Set by Jackson.
    private static final class Item extends WireType {
        @JsonProperty("known")
        private int known;
    }

    private static Outer read(String json) {
        return Json.read(Served.json(json), Outer.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'plain':1,'plain':1}",
                "{'items':[{'known':1},{'known':1,'known':null}]}",
                "{'items':[{'a':1,'b':2,'a':3}]}",
                "{'items':[{'a':{'b':1,'b':1}}]}",
                "{'items':[{'a':[{'b':{}},{'c':1,'d':[],'c':1}]}]}",
                "{'skipped':{'b':1,'b':1}}",
                "{'skipped':[[{'b':1,'c':{},'b':1}]],'plain':1}",
                "{'skipped':1,'plain':1,'skipped':1}"
            })
    void aDuplicateIsRejected(String json) {
        assertThatThrownBy(() -> read(json.replace('\'', '"')))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("is not the expected JSON (line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items':[{'known':1},{'known':1}],'plain':1}",
                "{'items':[{'a':{'a':{'a':1}},'b':[{'a':1},{'a':1}]}]}",
                "{'skipped':{'skipped':[{'skipped':1},{'skipped':1}]},'plain':1}"
            })
    void theSameNameInAnotherObjectIsAccepted(String json) {
        assertThatCode(() -> read(json.replace('\'', '"'))).doesNotThrowAnyException();
    }

    @Test
    void aDuplicateIsFoundAmongManyFields() {
        for (int count : new int[] {2, 64, 65, 128, 900}) {
            String fields = IntStream.range(0, count)
                    .mapToObj(i -> "\"f" + i + "\":" + i)
                    .collect(Collectors.joining(","));
            assertThat(read("{\"items\":[{" + fields + "}]}").items.get(0).unknownFields())
                    .hasSize(count);
            for (int again : new int[] {0, count / 2, count - 1}) {
                String twice = "{\"items\":[{" + fields + ",\"f" + again + "\":1}]}";
                assertThatThrownBy(() -> read(twice)).isInstanceOf(MalformedResponseException.class);
            }
        }
    }

    /** Against the text of a tree of Jackson. */
    @Test
    void anUnknownObjectIsCopiedAsCompactJson() {
        long seed = 20_261_128;
        Random random = new Random(seed);
        List<String> values =
                IntStream.range(0, 1_000).mapToObj(i -> structure(random, 0)).toList();
        String items = values.stream().map(value -> "{\"a\":" + value + "}").collect(Collectors.joining(","));
        Outer read = read("{\"items\":[" + items + "]}");
        for (int i = 0; i < values.size(); i++) {
            JsonNode tree = Json.tree(values.get(i)).orElseThrow();
            assertThat(read.items.get(i).unknownFields())
                    .as("seed %s: %s", seed, values.get(i))
                    .containsEntry("a", tree.toString());
        }
    }

    private static String structure(Random random, int depth) {
        boolean isObject = random.nextBoolean();
        String parts = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> (isObject ? "\"" + text(random) + i + "\" : " : "") + value(random, depth))
                .collect(Collectors.joining(" , "));
        return isObject ? "{ " + parts + "}" : "[" + parts + " ]";
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 8)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 ->
                List.of("0", "-0", "7", "-12", "4294967296", "123456789012345678901234567890")
                        .get(random.nextInt(6));
            case 3 ->
                List.of("1.0", "85.50", "-0.0", "1e5", "1.5E-3", "12345678901234567890.123456789")
                        .get(random.nextInt(6));
            case 4, 5 -> "\"" + text(random) + "\"";
            default -> structure(random, depth + 1);
        };
    }

    private static String text(Random random) {
        List<String> pieces = List.of(
                "a",
                " ",
                "\u00fc",
                "\u2028",
                "\ud83d\ude00",
                "\\\"",
                "\\\\",
                "\\n",
                "\\u0000",
                "\\u001F",
                "/",
                "\\/",
                "\u007f",
                "<");
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }
}
