package dev.hourbridge.resilience.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hourbridge.evidence.Area;
import dev.hourbridge.evidence.Evidence;
import dev.hourbridge.model.MalformedResponseException;
import dev.hourbridge.resilience.Samples;
import dev.hourbridge.resilience.Service;
import dev.hourbridge.resilience.bodies.Rig.Result;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A text is read to the character or refused; no character is quietly replaced. */
@Timeout(60)
class EncodingTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    /** Bytes that no text has, characters that break off, half surrogate pairs, forms longer than need be. */
    private static final String UNSOUND =
            "80 bf fe ff c0 c080 e08080 f0808080 c3 e282 f09f98 eda080 edbfbf eda080edb080"
                    + " f4908080 f5808080 f888808080 fc8480808080 c1a1 e081a1 f08081a1";

    @Test
    void whatIsNoUtf8IsRefused() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (Read read : List.of(Read.list(service), Read.get(service))) {
                for (String hex : UNSOUND.split(" ", -1)) {
                    // Eight places one after another, since plain text is passed over by eight bytes.
                    for (int before = 0; before < Long.BYTES; before += Samples.of(3, 1)) {
                        String what = hex + " after " + before;
                        assertMalformed(
                                read, spoiled(read, before, HexFormat.of().parseHex(hex)), what);
                        tried++;
                    }
                }
            }
        }
        Evidence.of(Area.BODIES, "Invalid UTF-8")
                .tried(
                        "21 sequences in a note, each at eight places: stray and missing bytes, half surrogate pairs, overlong forms")
                .result("MalformedResponseException; no replacement character, no overlong NUL")
                .count(tried);
    }

    @Test
    void otherCharsetsAreReadAsTheXmlDeclaresOrRefused() {
        long tried = 0;
        for (Service service : List.of(Service.CODEBASE, Service.LIVETIMER)) {
            Read read = Read.list(service);
            for (String charset : List.of("UTF-16", "ISO-8859-1", "windows-1252", "UTF-16BE", "UTF-16LE")) {
                String body = read.body().replace(HEAD, HEAD.replace("UTF-8", charset));
                assertRead(read, body.getBytes(Charset.forName(charset)), charset);
                tried++;
            }
            for (String charset : List.of("x-klingon", "c4nary-w0rd", "EBCDIC-CP-XX", "UTF-7")) {
                String body = read.body().replace(HEAD, HEAD.replace("UTF-8", charset));
                assertMalformed(read, body.getBytes(StandardCharsets.UTF_8), charset);
                tried++;
            }
            assertMalformed(
                    read,
                    read.body().replace(HEAD, HEAD.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_8),
                    "UTF-8 that says UTF-16");
            assertMalformed(
                    read,
                    read.body().replace(HEAD, HEAD.replace("UTF-8", "US-ASCII")).getBytes(StandardCharsets.UTF_8),
                    "UTF-8 that says ASCII");
            tried += 2;
        }
        Evidence.of(Area.BODIES, "Charsets of XML")
                .tried("UTF-16 with and without a mark, two of one byte; unknown ones, and ones that lie")
                .result("read to the character, or MalformedResponseException")
                .count(tried);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        long tried = 0;
        for (Service service : Service.values()) {
            for (Read read : List.of(Read.list(service), Read.get(service))) {
                assertRead(read, ("\ufeff" + read.body()).getBytes(StandardCharsets.UTF_8), "BOM");
                tried++;
            }
        }
        Evidence.of(Area.BODIES, "Byte order mark")
                .tried("UTF-8 with a mark before it, lists and entries")
                .result("read as without")
                .count(tried);
    }

    @Test
    void jsonInOtherCharsetsIsReadOrRefused() {
        for (Service service : List.of(Service.TEAMWORK, Service.TEAMPULSE)) {
            Read read = Read.list(service);
            for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "IBM037")) {
                try (Rig rig = new Rig(service)) {
                    List<Object> good = good(rig, read);
                    rig.answers(Rig.reply(read, read.body().getBytes(Charset.forName(charset)))
                            .whole());
                    Result result = rig.read(read);
                    if (result.failure() == null) {
                        assertThat(result.items()).as(charset).isEqualTo(good);
                    } else {
                        assertThat(result.refusal()).as(charset).isInstanceOf(MalformedResponseException.class);
                    }
                }
            }
        }
    }

    private static byte[] spoiled(Read read, int before, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] parts = read.body().split("Wrote the guide", 2);
        out.writeBytes((parts[0] + Rig.CANARY + "x".repeat(before)).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes((" guide" + parts[1]).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void assertMalformed(Read read, byte[] body, String what) {
        try (Rig rig = new Rig(read.service())) {
            rig.answers(Rig.reply(read, body).whole());
            Result result = rig.read(read);
            assertThat(result.items()).as("%s with %s", read, what).isEmpty();
            assertThat(result.refusal()).as("%s with %s", read, what).isInstanceOf(MalformedResponseException.class);
        }
    }

    private static void assertRead(Read read, byte[] body, String what) {
        try (Rig rig = new Rig(read.service())) {
            List<Object> good = good(rig, read);
            rig.answers(Replies.of(200, read.service().contentType(), body)
                    .with(read.headers())
                    .whole());
            Result result = rig.read(read);
            assertThat(result.failure()).as("%s in %s", read, what).isNull();
            assertThat(result.items()).as("%s in %s", read, what).isEqualTo(good);
        }
    }

    private static List<Object> good(Rig rig, Read read) {
        rig.answers(Rig.reply(read, read.body()).whole());
        Result result = rig.read(read);
        assertThat(result.failure()).isNull();
        return result.items();
    }
}
