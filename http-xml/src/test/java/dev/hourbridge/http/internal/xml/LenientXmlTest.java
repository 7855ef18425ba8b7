package dev.hourbridge.http.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientBooleanDeserializer;
import dev.hourbridge.http.internal.wire.LenientDateDeserializer;
import dev.hourbridge.http.internal.wire.LenientIdDeserializer;
import dev.hourbridge.http.internal.wire.LenientMinutesDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientXmlTest {
    static final class Row extends WireType {
        @JsonDeserialize(using = LenientBooleanDeserializer.class)
        @JsonProperty
        @Nullable
        Boolean flag;

        @JsonDeserialize(using = LenientIdDeserializer.class)
        @JsonProperty
        @Nullable
        String id;

        @JsonDeserialize(using = LenientMinutesDeserializer.class)
        @JsonProperty
        @Nullable
        Duration minutes;

        @JsonDeserialize(using = LenientTextDeserializer.class)
        @JsonProperty
        @Nullable
        String text;

        @JsonDeserialize(using = LenientDateDeserializer.class)
        @JsonProperty
        @Nullable
        LocalDate date;

        @Nullable
        Object value(String field) {
            return switch (field) {
                case "flag" -> flag;
                case "id" -> id;
                case "minutes" -> minutes;
                case "text" -> text;
                default -> date;
            };
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<id type='integer'>5</id> | id | 5",
                "<id>5</id> | id | 5",
                "<id type='integer' nil='true'/> | id | null",
                "<id nil='true'></id> | id | null",
                "<id/> | id | null",
                "<id type='integer'></id> | id | null",
                "<minutes type='integer'>296</minutes> | minutes | PT4H56M",
                "<date type='date'>2007-08-30</date> | date | 2007-08-30",
                "<text><![CDATA[a & b]]></text> | text | a & b",
                "<text nil='true'/> | text | null",
                "<flag type='boolean'> true </flag> | flag | true",
            })
    void readsXmlInAllSpellingsOfNullAndType(String element, String field, String expected) {
        Row row = Xml.read(Served.xml("<row>" + element + "</row>"), "row", Row.class);

        assertThat(String.valueOf(row.value(field))).isEqualTo(expected);
    }
}
