package dev.hourbridge.http.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LenientTest {
    static final class Row extends WireType {
        @JsonDeserialize(using = LenientBooleanDeserializer.class)
        @JsonProperty
        @Nullable
        Boolean flag;

        @JsonDeserialize(using = LenientIdDeserializer.class)
        @JsonProperty
        @Nullable
        String id;

        @JsonDeserialize(using = LenientLongDeserializer.class)
        @JsonProperty
        @Nullable
        Long whole;

        @JsonDeserialize(using = LenientMinutesDeserializer.class)
        @JsonProperty
        @Nullable
        Duration minutes;

        @JsonDeserialize(using = LenientDecimalDeserializer.class)
        @JsonProperty
        @Nullable
        BigDecimal decimal;

        @JsonDeserialize(using = LenientTextDeserializer.class)
        @JsonProperty
        @Nullable
        String text;

        @JsonDeserialize(using = LenientDateDeserializer.class)
        @JsonProperty
        @Nullable
        LocalDate date;

        @JsonDeserialize(using = LenientOffsetDateTimeDeserializer.class)
        @JsonProperty
        @Nullable
        OffsetDateTime offset;

        @JsonDeserialize(using = LenientInstantDeserializer.class)
        @JsonProperty
        @Nullable
        Instant moment;

        @JsonDeserialize(using = LenientLocalDateTimeDeserializer.class)
        @JsonProperty
        @Nullable
        LocalDateTime wall;

        @JsonProperty
        int strictInt;

        @JsonProperty
        boolean strictFlag;

        @JsonProperty
        @Nullable
        String strictText;

        @Nullable
        Object value(String field) {
            return switch (field) {
                case "flag" -> flag;
                case "id" -> id;
                case "whole" -> whole;
                case "minutes" -> minutes;
                case "decimal" -> decimal;
                case "text" -> text;
                case "date" -> date;
                case "offset" -> offset;
                case "moment" -> moment;
                default -> wall;
            };
        }
    }

    private static Row json(String field, String value) {
        return Json.read(Served.json("{\"" + field + "\":" + value + "}"), Row.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flag | true | true",
                "flag | 1 | true",
                "flag | \"1\" | true",
                "flag | \"true\" | true",
                "flag | 0 | false",
                "flag | \"0\" | false",
                "flag | \"\" | null",
                "flag | null | null",
                "id | 12 | 12",
                "id | \"12\" | 12",
                "id | \" web-site \" | web-site",
                "id | \"\" | null",
                "id | \"0\" | null",
                "id | 0 | null",
                "id | null | null",
                "whole | \"16\" | 16",
                "whole | -3 | -3",
                "whole | \"\" | null",
                "minutes | 90 | PT1H30M",
                "minutes | \"90\" | PT1H30M",
                "minutes | null | null",
                "decimal | 16.670 | 16.670",
                "decimal | \"1\" | 1",
                "decimal | 6.0999999 | 6.0999999",
                "decimal | 1e2 | 1E+2",
                "decimal | \"\" | null",
                "text | \" a \" | ' a '",
                "text | 12.50 | 12.50",
                "text | null | null",
                "date | \"2013-10-02\" | 2013-10-02",
                "date | \"20131002\" | 2013-10-02",
                "date | \"2013-10-02T23:30:00-05:00\" | 2013-10-02",
                "date | \"2013-10-02T00:00:00\" | 2013-10-02",
                "date | \"\" | null",
                "offset | \"2007-08-30T08:28:00-04:00\" | 2007-08-30T08:28-04:00",
                "offset | \"2007-08-30T08:28:00+1200\" | 2007-08-30T08:28+12:00",
                "offset | \"2007-08-30T08:28:00Z\" | 2007-08-30T08:28Z",
                "moment | \"2013-10-09T13:57:28.33\" | 2013-10-09T13:57:28.330Z",
                "moment | \"2013-10-09T13:57:28-05:00\" | 2013-10-09T18:57:28Z",
                "wall | \"2024-12-21T00:00:00Z\" | 2024-12-21T00:00",
            })
    void takesWhatServicesSend(String field, String value, String expected) {
        String text = expected.startsWith("'") ? expected.substring(1, expected.length() - 1) : expected;

        assertThat(String.valueOf(json(field, value).value(field))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flag | 2",
                "flag | \"yes\"",
                "flag | 1.0",
                "flag | []",
                "id | 1.5",
                "id | true",
                "id | {}",
                "whole | 1.9",
                "whole | 1.0",
                "whole | \"12a\"",
                "whole | 1234567890123456789",
                "whole | true",
                "minutes | -1",
                "minutes | \"60:00\"",
                "decimal | 1e999999999",
                "decimal | \"NaN\"",
                "decimal | \"1,5\"",
                "text | {\"a\":1}",
                "date | \"2013-02-30\"",
                "date | \"02.10.2013\"",
                "date | 20131",
                "offset | \"2007-08-30T08:28:00\"",
                "moment | \"yesterday\"",
                "wall | \"2024-12-21\"",
                "strictInt | \"12\"",
                "strictInt | 1.9",
                "strictInt | null",
                "strictInt | true",
                "strictFlag | 2",
                "strictFlag | \"true\"",
                "strictFlag | null",
                "strictText | 12",
                "strictText | true",
            })
    void rejectsEverythingElse(String field, String value) {
        assertThatThrownBy(() -> json(field, value))
                .isInstanceOf(MalformedResponseException.class)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"id\":1} {\"id\":2}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":hunter2}",
                "<html>hunter2</html>",
                "{\"id\":1",
                "[]"
            })
    void rejectsJsonThatIsNotOneObjectAndQuotesNothing(String body) {
        assertThatThrownBy(() -> Json.read(Served.json(body), Row.class))
                .isInstanceOf(MalformedResponseException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void rejectsJsonNestedTooDeep() {
        assertThatThrownBy(() -> json("unknown", "[".repeat(5_000) + "]".repeat(5_000)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("nested deeper than 64 levels");
    }

    @Test
    void retainsAnObjectThatLooksLikeAnXmlElement() {
        Row row = Json.read(Served.json("{\"a\":{\"type\":\"integer\"},\"b\":{\"nil\":\"true\"}}"), Row.class);

        assertThat(row.unknownFields().toString()).isEqualTo("{a={\"type\":\"integer\"}, b={\"nil\":\"true\"}}");
    }

    @Test
    void namesTheLimitOfTokensAndTheOptionThatRaisesIt() {
        String nine = IntStream.range(0, 9)
                .mapToObj(i -> "\"" + i + "\":[" + "0,".repeat(99_000) + "0]")
                .collect(Collectors.joining(",", "{", "}"));
        assertThatThrownBy(() -> Json.read(Served.json(nine), Row.class))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("more than 838860 JSON tokens")
                .hasMessageContaining("maxResponseBytes = 8388608; increase maxResponseBytes");
    }

    @Test
    void readsATextOfHalfTheCapAndNamesTheLimitOfALongerOne() {
        String note = "x".repeat(4 << 20);
        Row row = Json.read(Served.json("{\"unknown\":\"" + note + "\"}"), Row.class);
        assertThat(row.unknownFields()).containsEntry("unknown", note);

        assertThatThrownBy(() -> Json.read(Served.json("{\"unknown\":\"x" + note + "\"}"), Row.class))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("text longer than 4194304 characters")
                .hasMessageContaining("maxResponseBytes = 8388608; increase maxResponseBytes");
    }

    @Test
    void retainsUnknownFieldsInOrderAsText() {
        Row row = Json.read(
                Served.json("{\"z\":1.50,\"id\":1,\"a\":\"x\",\"m\":null,\"k\":{\"b\":[1,\"2\"]},\"f\":true}"),
                Row.class);

        assertThat(row.unknownFields().toString()).isEqualTo("{z=1.50, a=x, m=, k={\"b\":[1,\"2\"]}, f=true}");
    }

    @Test
    void writesDecimalsInPlainDigitsAndNoHalfCharacters() {
        assertThat(new String(Json.write(Map.of("hours", new BigDecimal("1E+2"))), StandardCharsets.UTF_8))
                .isEqualTo("{\"hours\":100}");
        assertThatThrownBy(() -> Json.write(Map.of("note", "\ud83d"))).isInstanceOf(InvalidInputException.class);
    }
}
