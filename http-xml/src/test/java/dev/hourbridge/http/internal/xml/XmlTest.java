package dev.hourbridge.http.internal.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.hourbridge.http.internal.wire.LenientIdDeserializer;
import dev.hourbridge.http.internal.wire.LenientTextDeserializer;
import dev.hourbridge.http.internal.wire.WireType;
import dev.hourbridge.model.InvalidInputException;
import dev.hourbridge.model.MalformedResponseException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
    private static final Set<String> ROOTS = Set.of("entries", "nil-classes");

    static final class Entry extends WireType {
        @JsonProperty("id")
        @JsonDeserialize(using = LenientIdDeserializer.class)
        @Nullable
        String id;

        @JsonProperty("note")
        @JsonDeserialize(using = LenientTextDeserializer.class)
        @Nullable
        String note;
    }

    private static XmlList<Entry> list(String body) {
        return Xml.readList(Served.xml(body), ROOTS, "entry", Entry.class, entry -> entry);
    }

    @Test
    void readsNoneOneAndManyAlike() {
        assertThat(list("<nil-classes type=\"array\"/>").items()).isEmpty();
        assertThat(list("<entries></entries>").items()).isEmpty();
        assertThat(list("<entries><entry><id>1</id></entry></entries>").items()).hasSize(1);
        assertThat(list("<entries> <entry/><!-- x --><entry><id>2</id></entry></entries>")
                        .items())
                .hasSize(2);
    }

    @Test
    void givesTheRootsAttributes() {
        XmlList<Entry> list = list("<entries total=\"11\" end=\"\" start=\"1\"/>");

        assertThat(list.number("total")).hasValue(11);
        assertThat(list.number("end")).isEmpty();
        assertThat(list.attributes()).containsEntry("start", "1");
    }

    @Test
    void retainsUnknownElementsInOrder() {
        Entry entry = Xml.read(
                Served.xml("<entry><z>1</z><id>7</id><a type='integer'>2</a><b nil='true'/><c><d>3</d></c></entry>"),
                "entry",
                Entry.class);

        assertThat(entry.unknownFields().toString()).isEqualTo("{z=1, a=2, b=, c={\"d\":\"3\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>hunter2</body></html>",
                "<entries><entry><id>hunter2</entry></entries>",
                "<entries><hunter2/></entries>",
                "<entries>hunter2</entries>",
                "<entries/><hunter2/>",
                "<entries><entry><id><hunter2/></id></entry></entries>",
                "hunter2",
                " ",
            })
    void rejectsOtherDocumentsAndQuotesNothing(String body) {
        assertThatThrownBy(() -> list(body))
                .isInstanceOf(MalformedResponseException.class)
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void opensNoFileForAnExternalEntity(@TempDir Path directory) throws Exception {
        Path canary = Files.writeString(directory.resolve("canary"), "hunter2");
        String body = "<!DOCTYPE entries [<!ENTITY x SYSTEM \"" + canary.toUri()
                + "\">]><entries><entry><note>&x;</note></entry></entries>";

        assertThatThrownBy(() -> list(body))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("document type declaration");
    }

    @Test
    void asksForNoExternalDtd() throws Exception {
        try (MockWebServer canary = new MockWebServer()) {
            canary.enqueue(new MockResponse.Builder().body("<!ELEMENT x ANY>").build());
            canary.start();
            String body = "<!DOCTYPE entries SYSTEM \"" + canary.url("/x.dtd") + "\"><entries/>";

            assertThatThrownBy(() -> list(body)).isInstanceOf(MalformedResponseException.class);

            assertThat(canary.getRequestCount()).isZero();
        }
    }

    @Test
    void expandsNoBillionLaughs() {
        StringBuilder body = new StringBuilder("<!DOCTYPE entries [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            body.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
        }
        body.append("]><entries><entry><note>&a29;</note></entry></entries>");

        assertThatThrownBy(() -> list(body.toString())).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void rejectsAnUndeclaredEntity() {
        assertThatThrownBy(() -> list("<entries><entry><note>&x;</note></entry></entries>"))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void rejectsADocumentNestedTooDeep() {
        assertThatThrownBy(() ->
                        list("<entries><entry>" + "<a>".repeat(5_000) + "</a>".repeat(5_000) + "</entry></entries>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("nested deeper than 64 levels");
    }

    @Test
    void readsATextOfHalfTheCapAndNamesTheLimitOfALongerOne() {
        String note = "x".repeat(4 << 20);
        assertThat(list("<entries><entry><note>" + note + "</note></entry></entries>")
                        .items()
                        .get(0)
                        .note)
                .isEqualTo(note);

        for (String longer : List.of("<note>x" + note + "</note>", "<a b='x" + note + "'/>")) {
            assertThatThrownBy(() -> list("<entries><entry>" + longer + "</entry></entries>"))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("text longer than 4194304 characters")
                    .hasMessageContaining("maxResponseBytes = 8388608; increase maxResponseBytes");
        }
    }

    @Test
    void namesTheLimitOfElementsAndTheOptionThatRaisesIt() {
        assertThatThrownBy(() -> list("<entries>" + "<entry/>".repeat(1_000_000) + "</entries>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("more than 599186 XML elements and attributes")
                .hasMessageContaining("maxResponseBytes = 8388608; increase maxResponseBytes");
    }

    /** Rails before 2.0 writes null as an empty element with a type, and without {@code nil}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<m type='integer'></m>|''",
                "<m type='integer'/>|''",
                "<m type='integer'> </m>|''",
                "<m type='integer' nil='true'/>|''",
                "<m nil='true'/>|''",
                "<m></m>|''",
                "<m type='integer'>5</m>|5",
                "<m type='array'><a>1</a><a>2</a></m>|{\"type\":\"array\",\"a\":[\"1\",\"2\"]}",
                "<m><type>integer</type></m>|{\"type\":\"integer\"}",
                "<m type='integer'><nil>true</nil></m>|{\"type\":\"integer\",\"nil\":\"true\"}",
                "<m unit='h'></m>|{\"unit\":\"h\"}",
            })
    void readsAnUnknownElementThatIsTypedButEmptyAsNothing(String element, String text) {
        Entry entry = list("<entries><entry>" + element + "</entry></entries>")
                .items()
                .get(0);

        assertThat(entry.unknownFields()).containsExactly(Map.entry("m", text));
    }

    @Test
    void namesTheLimitOfPartsOfAnUnknownField() {
        assertThatThrownBy(
                        () -> list("<entries><entry><x>" + "<a b='' c=''/>".repeat(50_000) + "</x></entry></entries>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("an unknown field of more than 100000 parts");
    }

    @Test
    void namesTheLimitOfUnknownFields() {
        assertThatThrownBy(() -> list("<entries><entry>" + "<a/>".repeat(1_001) + "</entry></entries>"))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("an element of more than 1000 unknown fields");
    }

    @Test
    void takesTheCharsetFromTheDeclaration() {
        for (Charset charset :
                new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
            String text = "<?xml version=\"1.0\" encoding=\"" + charset.name()
                    + "\"?><entries><entry><note>Büro</note></entry></entries>";
            XmlList<Entry> list = Xml.readList(
                    Served.response("application/xml", new Buffer().writeString(text, charset)),
                    ROOTS,
                    "entry",
                    Entry.class,
                    entry -> entry);
            assertThat(list.items().get(0).note).isEqualTo("Büro");
        }
    }

    @Test
    void readsRailsErrorsAndNothingElseAsErrors() {
        assertThat(Xml.errors(Served.xml("<errors><error>Note is bad</error></errors>")))
                .containsExactly("Note is bad");
        assertThat(Xml.errors(Served.xml("<errors><error>a</error><error type='x'> b </error><error/></errors>")))
                .containsExactly("a", "b");
        assertThat(Xml.errors(Served.xml("<html><body>x</body></html>"))).isEmpty();
        assertThat(Xml.errors(Served.xml(""))).isEmpty();
        assertThat(Xml.errors(Served.xml("E"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a < b && c > \"d\"",
                "]]>",
                "a]]>b]]>",
                "]]]]>>",
                "<![CDATA[x]]>",
                "ü😀\tz\nw",
                "&amp;",
                "]]",
                ">"
            })
    void writesATextSoThatItReadsBackTheSame(String text) {
        String plain = new String(XmlBody.of("entry").field("note", text).bytes(), StandardCharsets.UTF_8);
        assertThat(Xml.read(Served.xml(plain), "entry", Entry.class).note).isEqualTo(text);

        if (text.contains("]]>")) {
            assertThatThrownBy(() -> XmlBody.of("entry").cdata("note", text))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("note: text with ]]>");
        } else {
            String cdata = new String(XmlBody.of("entry").cdata("note", text).bytes(), StandardCharsets.UTF_8);
            assertThat(Xml.read(Served.xml(cdata), "entry", Entry.class).note).isEqualTo(text);
            assertThat(cdata).contains("<![CDATA[" + text + "]]>");
        }
    }

    @Test
    void writesDashedFieldsInOrderAndEmptyOnesAsNull() {
        byte[] bytes = XmlBody.of("time-session")
                .field("session-date", "2026-03-01")
                .field("minutes", 90)
                .empty("ticket-id")
                .bytes();

        assertThat(new String(bytes, StandardCharsets.UTF_8).replace('\'', '"'))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><time-session><session-date>2026-03-01"
                        + "</session-date><minutes>90</minutes><ticket-id/></time-session>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u001b[31m", "\ud83d", "\udc00x", "\uffff"})
    void rejectsTextThatXmlCannotCarry(String text) {
        assertThatThrownBy(() -> XmlBody.of("entry").field("note", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("note: ");
        assertThatThrownBy(() -> XmlBody.of("entry").cdata("note", text)).isInstanceOf(InvalidInputException.class);
    }
}
